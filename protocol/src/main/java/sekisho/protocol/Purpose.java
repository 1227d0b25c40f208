package sekisho.protocol;

/** For what a bank was asked who somebody is. A result for one purpose is worth nothing for another. */
public enum Purpose {
    /** A new link. */
    LINK(0),
    /** The holder proves to the front door that an account is theirs. */
    DOOR(1),
    /** A suspended link is proved again. */
    REVERIFY(2),
    /** A lock is lifted. */
    UNLOCK(3),
    /** The holder was told. */
    NOTICE(4),
    /** The holder says yes or no. */
    CONSENT(5);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    /** Whether somebody asks who need not be a customer. */
    public boolean ofTheDoor() {
        return this == DOOR || this == UNLOCK;
    }

    /** The number in statements and tables; for life. */
    public int code() {
        return code;
    }
}
