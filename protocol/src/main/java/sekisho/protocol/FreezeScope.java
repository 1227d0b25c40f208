package sekisho.protocol;

/** What a freeze stops. The code is a set of two bits: 1 debits, 2 credits. */
public enum FreezeScope {
    NONE(0),
    DEBITS(1),
    CREDITS(2),
    ALL(3);

    private static final FreezeScope[] BY_CODE = values();

    private final int code;

    FreezeScope(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public boolean debits() {
        return (code & 1) != 0;
    }

    public boolean credits() {
        return (code & 2) != 0;
    }

    /** This and the other together. */
    public FreezeScope and(FreezeScope other) {
        return BY_CODE[code | other.code];
    }

    /** What is left of this without the other. */
    public FreezeScope without(FreezeScope other) {
        return BY_CODE[code & ~other.code];
    }

    public static FreezeScope ofCode(int code) {
        return Codes.of(BY_CODE, code);
    }
}
