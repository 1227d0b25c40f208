package sekisho.bank.redirect;

/** What a bank answers about an attribute; the codes of the European verification of payees. */
public enum MatchCode {
    /** The same. */
    MTCH,
    /** Nearly the same. */
    CMTC,
    /** Another. */
    NMTC,
    /** The bank cannot compare it. Never a match. */
    NOAP
}
