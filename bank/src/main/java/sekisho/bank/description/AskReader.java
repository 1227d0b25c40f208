package sekisho.bank.description;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sekisho.bank.redirect.FactorKind;

/** Reads what a bank asks, and holds it to what that can count for. */
final class AskReader {
    private static final Set<String> REQUIRED = Set.of("page", "ask", "rests-on");
    private static final Set<String> OPTIONAL = Set.of("dynamic", "phishing-resistant");
    private static final Words<Ask> ASKS = Words.of(Ask.values(), Ask::word);
    private static final Words<FactorKind> KINDS = Words.of(FactorKind.values(), FactorKind::word);
    private static final int MOST_PAGES = 32;

    private final Mistakes mistakes;
    private final Set<Ask> seen = EnumSet.noneOf(Ask.class);
    private int page;

    AskReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Those that are as they should be. */
    List<AskStep> read(Fields description) {
        var steps = new ArrayList<AskStep>();
        for (Fields fields : description.each("asks", REQUIRED, OPTIONAL)) {
            int before = mistakes.count();
            int itsPage = page(fields);
            Ask ask = fields.word("ask", ASKS, Ask.BRANCH);
            Set<FactorKind> kinds = fields.words("rests-on", KINDS);
            boolean dynamic = fields.flag("dynamic");
            boolean resistant = fields.flag("phishing-resistant");
            if (mistakes.count() == before) {
                claims(fields, ask, kinds, dynamic, resistant);
            }
            if (mistakes.count() == before) {
                steps.add(new AskStep(itsPage, ask, kinds, dynamic, resistant));
            }
        }
        return steps;
    }

    private int page(Fields fields) {
        int before = mistakes.count();
        int itsPage = (int) fields.number("page", 1, MOST_PAGES);
        boolean follows = itsPage == page + 1 || (itsPage == page && page > 0);
        if (mistakes.count() == before && !follows) {
            fields.wrong(
                    "page",
                    "pages begin with 1 and follow each other: write "
                            + (page == 0 ? "1" : page + " or " + (page + 1)));
        }
        page = Math.max(page, itsPage);
        return itsPage;
    }

    private void claims(Fields fields, Ask ask, Set<FactorKind> kinds, boolean dynamic, boolean resistant) {
        if (!seen.add(ask)) {
            fields.wrong("ask", "the bank asks this twice: take one away");
        }
        if (!ask.kinds().containsAll(kinds)) {
            fields.wrong(
                    "rests-on",
                    ask.word() + " does not rest on that: write "
                            + (ask.kinds().isEmpty() ? "[], it is no factor" : "some of " + ask.kindWords()));
        }
        if (dynamic && (!ask.canBeDynamic() || kinds.isEmpty())) {
            fields.wrong("dynamic", ask.word() + " as it stands here is the same each time: take it away");
        }
        if (resistant && (!ask.canResistPhishing() || !dynamic)) {
            fields.wrong(
                    "phishing-resistant",
                    ask.word() + " as it stands here can be relayed by a false page: take it away");
        }
    }
}
