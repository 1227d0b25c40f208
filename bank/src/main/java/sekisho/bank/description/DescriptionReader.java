package sekisho.bank.description;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import sekisho.bank.redirect.Attribute;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStrength;

/**
 * Reads a description: YAML of 16,384 characters at most, without anchors, aliases and tags, with exactly the fields that
 * are known. All mistakes are found at once, each with line and column. Pure; any thread.
 */
public final class DescriptionReader {
    private static final Set<String> FIELDS = Set.of(
            "bank",
            "version",
            "rail",
            "asks",
            "adds",
            "matches",
            "tells",
            "objection",
            "liability",
            "limits",
            "hours",
            "pull-back");
    private static final Set<String> MORE_FIELDS = Set.of("net-banking");

    private static final Words<Rail> RAILS = Words.of(Rail.values(), Rail::word);
    private static final Words<Boolean> ADDS = Words.of(new Boolean[] {true}, _ -> "deposit-code");
    private static final Words<Boolean> NET_BANKING =
            Words.of(new Boolean[] {true, false}, two -> two ? "two-factor" : "one-factor");
    private static final Words<Attribute> ATTRIBUTES =
            Words.of(Attribute.values(), attribute -> attribute.word().replace('_', '-'));
    private static final Words<Matching.Answering> ANSWERS =
            Words.of(Matching.Answering.values(), Matching.Answering::word);
    private static final Words<Telling.Channel> CHANNELS = Words.of(Telling.Channel.values(), Telling.Channel::word);
    private static final Words<Liability> LIABILITIES = Words.of(Liability.values(), Liability::word);
    private static final Pattern BANK = Pattern.compile("(?!0000)[0-9]{4}");
    private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00");
    private static final int MINUTES_IN_HOUR = 60;

    private final Mistakes mistakes = new Mistakes();

    private final boolean kept;

    private DescriptionReader(boolean kept) {
        this.kept = kept;
    }

    /** Reads a description, or finds everything that is wrong with it. */
    public static DescriptionReading read(String yaml) {
        return new DescriptionReader(false).whole(yaml);
    }

    /** Reads one that is in force: what it says holds, also where a new one would have to say more. */
    public static DescriptionReading readKept(String yaml) {
        return new DescriptionReader(true).whole(yaml);
    }

    private DescriptionReading whole(String yaml) {
        @Nullable Node root = YamlDocument.root(yaml, mistakes);
        if (root == null) {
            return new DescriptionReading.Faulty(mistakes.inOrder());
        }
        Fields fields = Fields.of(root, "", FIELDS, MORE_FIELDS, mistakes);
        String bank = fields.text("bank", BANK, "9999", "write the bank's four digits in quotes");
        int version = (int) fields.number("version", 1, BankDescription.LARGEST_VERSION);
        Rail rail = fields.word("rail", RAILS, Rail.WEB_MANDATE);
        List<AskStep> asks = new AskReader(mistakes).read(fields);
        boolean sightIsWorthIt = fields.word("net-banking", NET_BANKING, Boolean.FALSE);
        if (!sightIsWorthIt && asks.stream().anyMatch(DescriptionReader::countsSight)) {
            fields.wrong(
                    "asks",
                    "statement-code rests on nothing unless net banking has two factors: write [], or net-banking: two-factor");
        }
        boolean depositCode = !fields.words("adds", ADDS).isEmpty();
        Matching matches = matches(fields.inner("matches", Set.of("attributes", "answers")));
        Telling tells = tells(fields.inner("tells", Set.of("channel", "proof-of-delivery", "contact-changes")));
        var objection = fields.duration("objection", BankDescription.LONGEST_OBJECTION);
        Liability liability = fields.word("liability", LIABILITIES, Liability.OPERATOR);
        Bounds bounds =
                bounds(fields.inner("limits", Set.of("once", "in-24-hours", "in-30-days", "new-links-in-24-hours")));
        Hours hours = hours(fields.inner("hours", Set.of("from", "until")));
        var pullBack = fields.duration("pull-back", BankDescription.LONGEST_PULL_BACK);
        if (mistakes.count() > 0) {
            return new DescriptionReading.Faulty(mistakes.inOrder());
        }
        var whole = new BankDescription(
                new BankId(Integer.parseInt(bank)),
                version,
                rail,
                asks,
                depositCode,
                matches,
                tells,
                objection,
                liability,
                bounds,
                hours,
                pullBack);
        if (!kept && nobodyAsks(whole)) {
            fields.wrong(
                    "tells",
                    "nobody asks the holder, and every link would wait for their word for ever: name a channel");
            return new DescriptionReading.Faulty(mistakes.inOrder());
        }
        return new DescriptionReading.Whole(whole);
    }

    /** A code on the statement is notice, and no word. Decision 205 says why banks of FAPI are let be. */
    private static boolean nobodyAsks(BankDescription bank) {
        return Strength.of(bank) == LinkStrength.TWO_FACTOR
                && bank.tells().channel() == Telling.Channel.NONE
                && bank.rail() != Rail.FAPI;
    }

    private static boolean countsSight(AskStep step) {
        return step.ask() == Ask.STATEMENT_CODE && !step.restsOn().isEmpty();
    }

    private static Matching matches(Fields fields) {
        return new Matching(
                fields.words("attributes", ATTRIBUTES), fields.word("answers", ANSWERS, Matching.Answering.EACH));
    }

    private static Telling tells(Fields fields) {
        Telling.Channel channel = fields.word("channel", CHANNELS, Telling.Channel.NONE);
        boolean proof = fields.flag("proof-of-delivery");
        boolean changes = fields.flag("contact-changes");
        if (channel == Telling.Channel.NONE && (proof || changes)) {
            fields.wrong(
                    proof ? "proof-of-delivery" : "contact-changes",
                    "the bank tells nobody: write false, or name the channel");
            return new Telling(channel, false, false);
        }
        return new Telling(channel, proof, changes);
    }

    private static Bounds bounds(Fields fields) {
        long once = fields.number("once", 0, Bounds.MOST);
        long day = fields.number("in-24-hours", 0, Bounds.MOST);
        long month = fields.number("in-30-days", 0, Bounds.MOST);
        long newLinks = fields.number("new-links-in-24-hours", 0, Bounds.MOST);
        if (once > day) {
            fields.wrong("once", "more at once than in 24 hours: lower it, or raise in-24-hours");
        }
        if (day > month) {
            fields.wrong("in-24-hours", "more in 24 hours than in 30 days: lower it, or raise in-30-days");
        }
        return once > day || day > month ? new Bounds(0, 0, 0, 0) : new Bounds(once, day, month, newLinks);
    }

    private static Hours hours(Fields fields) {
        String write = "write it as \"08:00\", in quotes, \"24:00\" at most";
        int from = minute(fields.text("from", TIME, "00:00", write));
        int until = minute(fields.text("until", TIME, "24:00", write));
        if (from >= until) {
            fields.wrong("until", "it closes before it opens: write a later time, \"24:00\" at most");
            return new Hours(0, 1);
        }
        return new Hours(from, until);
    }

    private static int minute(String time) {
        return Integer.parseInt(time, 0, 2, 10) * MINUTES_IN_HOUR + Integer.parseInt(time, 3, 5, 10);
    }
}
