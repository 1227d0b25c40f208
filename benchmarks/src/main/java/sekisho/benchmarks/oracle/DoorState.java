package sekisho.benchmarks.oracle;

import java.util.Locale;

/** Why somebody at the door is told nothing. */
enum DoorState {
    /** The bank has no such account. */
    ABSENT,
    /** The bank has locked its customer out. */
    LOCKED,
    /** The bank was answered wrongly. */
    WRONG_SECRET,
    /** The bank says that it is another person: no answer that the door takes. */
    NO_MATCH,
    /** A wallet is linked to the account. */
    LINKED,
    /** The account is locked against links. */
    LINK_LOCKED,
    /** A claim about the account was rejected before. */
    REJECTED;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DoorState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
