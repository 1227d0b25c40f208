package sekisho.protocol;

/**
 * A currency, named by three capital letters. Real ones use ISO 4217; test currencies are any other three letters.
 * Which exist, and with how many decimals, is logged data ({@link SettingsCommand.DefineCurrency}).
 *
 * @param packed the letters, eight bits each, first letter highest; 0 only in {@link #NONE}
 */
public record Currency(int packed) {

    /** No currency: what an outcome without an amount carries. */
    public static final Currency NONE = new Currency(0);

    /** Japanese yen, ISO 4217, no decimals. */
    public static final Currency JPY = of("JPY");

    public Currency {
        if (packed != 0 && !(letter(packed >>> 16) && letter((packed >>> 8) & 0xFF) && letter(packed & 0xFF))) {
            throw new IllegalArgumentException("a currency is three capital letters");
        }
    }

    public static Currency of(String letters) {
        if (letters.length() != 3) {
            throw new IllegalArgumentException("a currency is three capital letters");
        }
        return new Currency(letters.charAt(0) << 16 | letters.charAt(1) << 8 | letters.charAt(2));
    }

    /** The currency of a packed number; the usual one is not allocated anew. */
    public static Currency ofPacked(int packed) {
        return packed == JPY.packed ? JPY : packed == 0 ? NONE : new Currency(packed);
    }

    /** The three letters; empty for {@link #NONE}. */
    public String letters() {
        if (packed == 0) {
            return "";
        }
        return new String(new char[] {(char) (packed >>> 16), (char) ((packed >>> 8) & 0xFF), (char) (packed & 0xFF)});
    }

    @Override
    public String toString() {
        return letters();
    }

    private static boolean letter(int c) {
        return c >= 'A' && c <= 'Z';
    }
}
