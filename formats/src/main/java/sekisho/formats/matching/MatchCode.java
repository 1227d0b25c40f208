package sekisho.formats.matching;

/** How two values for one attribute, or two persons, compare; the codes of the European verification of payees. */
public enum MatchCode {
    /** The same. */
    MTCH,
    /** Nearly the same: for a person to look at, never for a machine to act on as if it were the same. */
    CMTC,
    /** Another. */
    NMTC,
    /** Nothing to compare, or too little. Never a match. */
    NOAP
}
