package sekisho.benchmarks.oracle;

import java.util.Locale;

/** Why a verified customer's account is not linked. */
enum LinkingState {
    /** The bank has no such account. */
    ABSENT,
    /** The bank has locked its customer out. */
    LOCKED,
    /** The bank was answered wrongly. */
    WRONG_SECRET,
    /** The bank says that it is another person's account. */
    NO_MATCH,
    /** The bank grants it; the engine knows the account as another person's. */
    LINKED_ELSEWHERE,
    /** The bank grants it; the engine has the account locked against links. */
    LINK_LOCKED;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LinkingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
