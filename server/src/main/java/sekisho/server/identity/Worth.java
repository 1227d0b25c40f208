package sekisho.server.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.TierId;

/**
 * What evidence is worth, and which tier follows: a table in a file, whose lines are {@code evidence KIND IAL AAL FROM UNTIL} and
 * {@code tier IAL AAL TIER}. IAL and AAL are those of NIST SP 800-63-4. Immutable.
 */
public final class Worth {
    private static final int HIGHEST = 3;
    private static final String OPEN_END = "-";

    private final List<Rule> rules;
    private final List<Tier> tiers;

    private Worth(List<Rule> rules, List<Tier> tiers) {
        this.rules = List.copyOf(rules);
        this.tiers = List.copyOf(tiers);
    }

    /**
     * What a kind of evidence gives.
     *
     * @param ial 0 to 3
     * @param aal 0 to 3
     * @param from first moment at which it does
     * @param until first moment at which it does not any more; {@link Instant#MAX}: no end is known
     */
    public record Rule(EvidenceKind kind, int ial, int aal, Instant from, Instant until) {
        /** The end as the engine has it, in milliseconds of Unix; the largest number: no end is known. */
        public long untilMillis() {
            return until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli();
        }

        boolean holds(EvidenceKind of, Instant now) {
            return kind == of && !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** The tier for an assurance of at least this. */
    public record Tier(int ial, int aal, TierId tier) {}

    /** The table that comes with the program. */
    public static Worth standard() {
        try (InputStream in = Objects.requireNonNull(Worth.class.getResourceAsStream("/identity/worth.txt"))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of a file. @throws IllegalArgumentException if a line cannot be read; says which */
    public static Worth of(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of what evidence is worth cannot be read: " + file, e);
        }
    }

    static Worth read(String table) {
        var rules = new ArrayList<Rule>();
        var tiers = new ArrayList<Tier>();
        int number = 0;
        for (String line : table.lines().toList()) {
            number++;
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            try {
                if (words[0].equals("evidence") && words.length == 6) {
                    rules.add(rule(words));
                } else if (words[0].equals("tier") && words.length == 4) {
                    tiers.add(new Tier(level(words[1]), level(words[2]), new TierId(Integer.parseInt(words[3]))));
                } else if (!words[0].isEmpty()) {
                    throw new IllegalArgumentException("it is neither evidence nor tier with its words");
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "line " + number + " of what evidence is worth: " + e.getMessage(), e);
            }
        }
        return new Worth(rules, tiers);
    }

    private static Rule rule(String[] words) {
        Instant until = words[5].equals(OPEN_END)
                ? Instant.MAX
                : OffsetDateTime.parse(words[5]).toInstant();
        return new Rule(
                EvidenceKind.valueOf(words[1]),
                level(words[2]),
                level(words[3]),
                OffsetDateTime.parse(words[4]).toInstant(),
                until);
    }

    private static int level(String word) {
        int level = Integer.parseInt(word);
        if (level < 0 || level > HIGHEST) {
            throw new IllegalArgumentException("a level is 0 to 3");
        }
        return level;
    }

    /** All rules, as the engine is to be told them. */
    public List<Rule> rules() {
        return rules;
    }

    /** All tiers, as the engine is to be told them. */
    public List<Tier> tiers() {
        return tiers;
    }

    /**
     * The identity assurance that evidence gives now, 0 to 3. What is not enough alone gives at most 1, whatever its kind: a made-up
     * passport is no made-up card.
     */
    int ial(KeptEvidence evidence, Instant now) {
        int ial = rules.stream()
                .filter(rule -> rule.holds(evidence.kind(), now))
                .mapToInt(Rule::ial)
                .max()
                .orElse(0);
        return evidence.isEnoughAlone() ? ial : Math.min(ial, 1);
    }

    /** The authenticator assurance that evidence gives now, 0 to 3. */
    int aal(KeptEvidence evidence, Instant now) {
        return rules.stream()
                .filter(rule -> rule.holds(evidence.kind(), now))
                .mapToInt(Rule::aal)
                .max()
                .orElse(0);
    }

    /** The tier of the highest assurance at or below this one; empty: there is none. */
    Optional<TierId> tier(int ial, int aal) {
        return tiers.stream()
                .filter(tier -> tier.ial() <= ial && tier.aal() <= aal)
                .max(Comparator.comparingInt(Tier::ial).thenComparingInt(Tier::aal))
                .map(Tier::tier);
    }
}
