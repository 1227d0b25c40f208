package sekisho.server.api.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.RequestId;
import sekisho.protocol.TransferOutcome;
import sekisho.server.api.outcomes.OutcomeView;
import sekisho.server.problem.Problem;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Lines of results as bytes. Transfers are written by hand, for the same reason as they are read so. Owner: one thread. */
final class ResultText {
    private static final byte[] LINE = ascii("{\"line\":");
    private static final byte[] ID = ascii(",\"id\":\"");
    private static final byte[] SENT = ascii(",\"outcome\":\"transfer-sent\",\"accepted\":true,\"amount\":");
    private static final byte[] CURRENCY = ascii(",\"currency\":\"");
    private static final byte[] BALANCE = ascii("\",\"balance\":");
    private static final byte[] REPEATED = ascii(",\"repeated\":true");
    private static final byte[] PROBLEM = ascii(",\"problem\":");
    private static final byte[] END = ascii("}\n");
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final int FIRST_SIZE = 128 * 1024;

    private final ObjectWriter outcomes;
    private final ObjectWriter problems;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    ResultText(JsonMapper mapper) {
        this.outcomes = mapper.writerFor(OutcomeView.class);
        this.problems = mapper.writerFor(Problem.class);
    }

    /** A line that was executed. */
    void answer(long line, @Nullable RequestId id, Answer answer) {
        begin(line, id);
        if (answer.outcome() instanceof TransferOutcome.Sent sent) {
            put(SENT);
            put(sent.amount().minorUnits());
            put(CURRENCY);
            put(ascii(sent.amount().currency().letters()));
            put(BALANCE);
            put(sent.balance());
        } else {
            members(outcomes.writeValueAsBytes(OutcomeView.of(answer.outcome())));
        }
        end(answer.repeated());
    }

    /** A line that was refused, or could not be executed. */
    void problem(long line, @Nullable RequestId id, Problem problem, boolean repeated) {
        begin(line, id);
        put(PROBLEM);
        put(problems.writeValueAsBytes(problem));
        end(repeated);
    }

    /** A line of JSON. */
    void line(byte[] json) {
        put(json);
        room(1)[length++] = '\n';
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void begin(long line, @Nullable RequestId id) {
        put(LINE);
        put(line);
        if (id != null) {
            put(ID);
            put(id);
            room(1)[length++] = '"';
        }
    }

    private void end(boolean repeated) {
        if (repeated) {
            put(REPEATED);
        }
        put(END);
    }

    /** The members of an object, after those that stand there. */
    private void members(byte[] object) {
        room(1)[length++] = ',';
        byte[] to = room(object.length);
        System.arraycopy(object, 1, to, length, object.length - 2);
        length += object.length - 2;
    }

    private void put(RequestId id) {
        byte[] to = room(36);
        int at = length;
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                to[at++] = '-';
            }
            long half = digit < 16 ? id.high() : id.low();
            to[at++] = HEX[(int) (half >>> (60 - 4 * (digit & 15))) & 0xF];
        }
        length = at;
    }

    private void put(long number) {
        if (number < 0) {
            put(ascii(Long.toString(number)));
            return;
        }
        byte[] to = room(19);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            to[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void put(byte[] text) {
        System.arraycopy(text, 0, room(text.length), length, text.length);
        length += text.length;
    }

    private byte[] room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
