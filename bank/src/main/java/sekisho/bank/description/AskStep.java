package sekisho.bank.description;

import java.util.Set;
import sekisho.bank.redirect.FactorKind;

/**
 * One thing that the bank asks, and what it counts for there.
 *
 * @param page the bank's page that asks it, from 1
 * @param restsOn nothing for what only says who is meant
 * @param dynamic whether the answer is another one each time
 * @param phishingResistant whether an answer that is given to a false page is worth nothing at the bank's
 */
public record AskStep(int page, Ask ask, Set<FactorKind> restsOn, boolean dynamic, boolean phishingResistant) {
    public AskStep {
        restsOn = Set.copyOf(restsOn);
        require(page >= 1, "pages are counted from 1");
        require(ask.kinds().containsAll(restsOn), "it rests on " + ask.kindWords() + " at most");
        require(!dynamic || (ask.canBeDynamic() && !restsOn.isEmpty()), "it is not dynamic");
        require(!phishingResistant || (ask.canResistPhishing() && dynamic), "it is not phishing-resistant");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
