package sekisho.bank.description;

/**
 * How sure it is that a link was made by the account's owner, from what the bank asks and how the owner is told. The order
 * is that of strength. It is the link's assurance and no person's: linking never adds to who somebody is.
 */
public enum LinkAssurance {
    /** Nothing that counts. */
    NONE,
    /** One kind of factor, or static ones only: as in 2020. */
    WEAK,
    /** Weak, and the holder is told with proof, or by a code in the statement. */
    WEAK_NOTICED,
    /** Two kinds of factors, one of them dynamic. */
    TWO_FACTOR,
    /** The same, with an answer that is worth nothing when it is given to a false page. */
    PHISHING_RESISTANT;

    /**
     * The assurance of a link, from its bank's description alone. The first that holds:
     *
     * <ol>
     *   <li>Nothing that is asked rests on anything: {@link #NONE}, whatever notice is given.
     *   <li>Two or three kinds (knowledge, possession, inherence; all that is known together is one), and something dynamic:
     *       {@link #PHISHING_RESISTANT} if something is that, else {@link #TWO_FACTOR}.
     *   <li>The bank tells the holder and proves it, or we add a code in the statement: {@link #WEAK_NOTICED}.
     *   <li>{@link #WEAK}.
     * </ol>
     *
     * <p>The engine computes the same from what {@link EngineTerms} tells it.
     */
    public static LinkAssurance of(BankDescription description) {
        int kinds = description.kinds().size();
        if (kinds == 0) {
            return NONE;
        }
        if (kinds >= 2 && description.dynamic()) {
            return description.phishingResistant() ? PHISHING_RESISTANT : TWO_FACTOR;
        }
        return description.depositCode() || description.tells().proof() ? WEAK_NOTICED : WEAK;
    }

    public boolean atLeast(LinkAssurance other) {
        return compareTo(other) >= 0;
    }
}
