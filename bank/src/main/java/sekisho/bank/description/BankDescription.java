package sekisho.bank.description;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sekisho.bank.redirect.FactorKind;
import sekisho.protocol.BankId;

/**
 * A bank's protocol: how somebody is identified there, and what follows.
 *
 * @param version 1 to 1,000,000; a change of the file is a higher one
 * @param asks what the bank itself asks, in order; nothing twice
 * @param depositCode whether we add a code in the text of a tiny deposit: merely notice, since what it shows is one
 *     statement
 * @param objection how long the holder may object before a link is used, 0 to 90 days
 * @param pullBack how long the rail can take a top-up back, 0 to 400 days
 */
public record BankDescription(
        BankId bank,
        int version,
        Rail rail,
        List<AskStep> asks,
        boolean depositCode,
        Matching matches,
        Telling tells,
        Duration objection,
        Liability liability,
        Bounds bounds,
        Hours hours,
        Duration pullBack) {
    static final int LARGEST_VERSION = 1_000_000;
    static final Duration LONGEST_OBJECTION = Duration.ofDays(90);
    static final Duration LONGEST_PULL_BACK = Duration.ofDays(400);

    public BankDescription {
        asks = List.copyOf(asks);
        require(version >= 1 && version <= LARGEST_VERSION, "a version is 1 to 1,000,000");
        require(within(objection, LONGEST_OBJECTION), "an objection window is 0 to 90 days");
        require(within(pullBack, LONGEST_PULL_BACK), "a pull-back time is 0 to 400 days");
        require(!asks.isEmpty() && asks.getFirst().page() == 1, "a bank asks something, on page 1 first");
        var seen = new HashSet<Ask>();
        int page = 1;
        for (AskStep step : asks) {
            require(seen.add(step.ask()), "a bank asks everything once");
            require(step.page() == page || step.page() == page + 1, "pages follow each other");
            page = step.page();
        }
    }

    /** On what all that is asked rests. Everything that is known together is one kind. */
    Set<FactorKind> kinds() {
        var kinds = EnumSet.noneOf(FactorKind.class);
        asks.forEach(step -> kinds.addAll(step.restsOn()));
        return kinds;
    }

    boolean dynamic() {
        return asks.stream().anyMatch(AskStep::dynamic);
    }

    boolean phishingResistant() {
        return asks.stream().anyMatch(AskStep::phishingResistant);
    }

    /**
     * What tells clearly different protocols apart: SHA-256 in hexadecimal over the rail and, in order and by page, all that
     * is asked with what it counts for.
     */
    public String shape() {
        String text =
                asks.stream().map(BankDescription::text).collect(Collectors.joining("\n", rail.word() + "\n", "\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(AskStep step) {
        String kinds = Arrays.stream(FactorKind.values())
                .filter(step.restsOn()::contains)
                .map(FactorKind::word)
                .collect(Collectors.joining("+"));
        return step.page() + " " + step.ask().word() + " " + kinds + " " + step.dynamic() + " "
                + step.phishingResistant();
    }

    private static boolean within(Duration duration, Duration most) {
        return !duration.isNegative() && duration.compareTo(most) <= 0;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
