package sekisho.protocol;

/** Why a bank account's lock stands where it stands. */
public enum LockReason {
    /** Somebody proved at the door that the account is theirs. */
    CLAIMED,
    /** The same, by a stronger proof. */
    STRENGTHENED,
    LOCKED_BY_STAFF,
    /** The holder, or staff, asked to lift it. */
    UNLOCKING,
    /** A weak proof was not strengthened in time. */
    LAPSED,
    LIFTED,
    /** Staff found that the claim was wrong. */
    REJECTED
}
