package sekisho.server.json;

/** Ids as lower-case hexadecimal digits. */
public final class Hex {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private Hex() {}

    /** 16 digits. */
    public static String of(long value) {
        char[] text = new char[16];
        put(value, text, 0);
        return new String(text);
    }

    /** 32 digits. */
    public static String of(long high, long low) {
        char[] text = new char[32];
        put(high, text, 0);
        put(low, text, 16);
        return new String(text);
    }

    /** Whether the text is this many lower-case digits. */
    public static boolean isHex(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The value of 16 digits from a place on; the digits are there. */
    public static long parse(String text, int from) {
        return Long.parseUnsignedLong(text, from, from + 16, 16);
    }

    private static void put(long value, char[] text, int at) {
        for (int i = 0; i < 16; i++) {
            text[at + i] = DIGITS[(int) (value >>> (60 - 4 * i)) & 0xF];
        }
    }
}
