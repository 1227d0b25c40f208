package sekisho.banksimulator.customers;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What is asked anew in each identification: fields of a card, a code that is sent, a number to be called with.
 * Everybody gets one, also whoever is no customer. Owner: its identification.
 */
final class Challenge {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int ID_BYTES = 16;

    private final String id;
    private final String code;
    private final String callNumber;
    private final List<String> fields;
    private Instant sent = Instant.EPOCH;
    private boolean used;

    Challenge(SecureRandom random) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        this.id = HexFormat.of().formatHex(bytes);
        this.code = "%06d".formatted(random.nextInt(1_000_000));
        this.callNumber = "%04d".formatted(random.nextInt(10_000));
        String first = field(random);
        String second = field(random);
        while (second.equals(first)) {
            second = field(random);
        }
        this.fields = List.of(first, second);
    }

    String id() {
        return id;
    }

    String code() {
        return code;
    }

    String callNumber() {
        return callNumber;
    }

    /** Two places on the card. */
    List<String> fields() {
        return fields;
    }

    /** The code is on its way. */
    void send(Instant now) {
        sent = now;
    }

    Instant expires() {
        return sent.plus(LIFE);
    }

    boolean takes(String answer, Instant now) {
        boolean right = !used && now.isBefore(expires()) && code.equals(answer);
        used |= right;
        return right;
    }

    /** Three numbers of two digits to pick from, the right one among them, in an order that says nothing. */
    static List<String> choices(String right, SecureRandom random) {
        var choices = new ArrayList<String>();
        choices.add(right);
        while (choices.size() < 3) {
            String other = Integer.toString(random.nextInt(10, 100));
            if (!choices.contains(other)) {
                choices.add(other);
            }
        }
        java.util.Collections.shuffle(choices, random);
        return choices;
    }

    private static String field(SecureRandom random) {
        return "" + (char) ('A' + random.nextInt(5)) + (1 + random.nextInt(5));
    }
}
