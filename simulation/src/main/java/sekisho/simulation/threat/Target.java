package sekisho.simulation.threat;

import sekisho.protocol.Description;

/** The bank of the victim's account, by what it asks. */
public enum Target {
    /** Name, number, PIN; nobody is told. */
    WEAK(Description.KNOWLEDGE, false),
    /** The same, and a code in the statement's text. */
    WEAK_NOTICED(Description.KNOWLEDGE | Description.DEPOSIT_CODE, false),
    /** A second, dynamic factor, which can be relayed; and so can the holder's consent. */
    TWO_FACTOR(Description.KNOWLEDGE | Description.POSSESSION | Description.DYNAMIC, true),
    /** The bank's own app; the victim is made to use it. */
    PHISHING_RESISTANT(
            Description.KNOWLEDGE | Description.POSSESSION | Description.DYNAMIC | Description.PHISHING_RESISTANT,
            true);

    final int factors;
    /** Whether he can say yes in the victim's place, through the bank. */
    final boolean consents;

    Target(int factors, boolean consents) {
        this.factors = factors;
        this.consents = consents;
    }

    /** Whether what comes from there may be bread and nothing else. */
    public boolean weak() {
        return this == WEAK || this == WEAK_NOTICED;
    }
}
