package sekisho.bank.description;

import sekisho.protocol.LinkStrength;

/**
 * How strong a bank's links are, before its description is put into force: for whoever edits one, and for whoever is to agree
 * to it. It is the link's strength and no person's: linking never adds to who somebody is.
 */
public final class Strength {
    private Strength() {}

    /**
     * The strength of a link, from its bank's description alone. The first that holds:
     *
     * <ol>
     *   <li>Nothing that is asked rests on anything: {@code NONE}, whatever notice is given.
     *   <li>Two or three kinds (knowledge, possession, inherence; all that is known together is one), and something dynamic:
     *       {@code PHISHING_RESISTANT} if something is that, else {@code TWO_FACTOR}.
     *   <li>The bank tells the holder and proves it, or we add a code in the statement: {@code WEAK_NOTICED}.
     *   <li>{@code WEAK}.
     * </ol>
     *
     * <p>The engine computes the same by itself, from its {@link EngineTerms}.
     */
    public static LinkStrength of(BankDescription description) {
        int kinds = description.kinds().size();
        if (kinds == 0) {
            return LinkStrength.NONE;
        }
        if (kinds >= 2 && description.dynamic()) {
            return description.phishingResistant() ? LinkStrength.PHISHING_RESISTANT : LinkStrength.TWO_FACTOR;
        }
        return description.depositCode() || description.tells().proof() ? LinkStrength.WEAK_NOTICED : LinkStrength.WEAK;
    }
}
