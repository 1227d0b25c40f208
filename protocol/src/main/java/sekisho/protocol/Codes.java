package sekisho.protocol;

/** Range checks that several commands share. */
final class Codes {

    private Codes() {}

    static void require16(int code) {
        if (code < 0 || code > 0xFFFF) {
            throw new IllegalArgumentException("a code is 0 to 65535");
        }
    }

    static void requirePositive(Money amount) {
        if (amount.minorUnits() == 0) {
            throw new IllegalArgumentException("an amount to move is at least 1 minor unit");
        }
    }

    static void requireDuration(long millis, long max) {
        if (millis < 1 || millis > max) {
            throw new IllegalArgumentException("a duration is 1 to " + max + " ms");
        }
    }

    /** The value with this code, where codes are places in a list. */
    static <E> E of(E[] byCode, int code) {
        if (code < 0 || code >= byCode.length) {
            throw new IllegalArgumentException("no value has this code");
        }
        return byCode[code];
    }
}
