package sekisho.formats.zengin;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The characters of Zengin files, one byte each (JIS X 0201): digits, capitals, half-width kana without small ones, without
 * ｦ and without ｰ, voiced marks as characters of their own, the blank, and {@code ( ) - . , / ¥ ｢ ｣}. Texts of records hold
 * them as Unicode's half-width forms; {@code ¥} is {@code \}, the same byte.
 */
public final class ZenginText {
    private static final String SYMBOLS = " ()-.,/\\｢｣";
    private static final char FIRST_HALF = '｡';
    private static final char LAST_HALF = 'ﾟ';
    private static final int FIRST_BYTE = 0xA1;
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";

    private ZenginText() {}

    /** Whether a character may stand in a file. */
    public static boolean allows(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'ｱ' && c <= LAST_HALF)
                || SYMBOLS.indexOf(c) >= 0;
    }

    /**
     * A text as Zengin writes it: キョウコ as ｷﾖｳｺ, ガ as ｶﾞ, ー as -, ヲ as ｵ, ・ as a blank, small letters as capitals.
     *
     * @return empty if a character cannot be written so: kanji, for instance
     */
    public static Optional<String> of(String text) {
        String joined = text.replace('゛', '\u3099').replace('゜', '\u309A');
        String parts = Normalizer.normalize(Normalizer.normalize(joined, Normalizer.Form.NFKC), Normalizer.Form.NFD);
        var written = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = written(parts.charAt(i));
            if (!allows(c)) {
                return Optional.empty();
            }
            written.append(c);
        }
        return Optional.of(written.toString());
    }

    private static char written(char c) {
        char kana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + ('ア' - 'あ')) : c;
        int small = SMALL.indexOf(kana);
        char large = small >= 0 ? LARGE.charAt(small) : kana;
        int full = FULL.indexOf(large);
        if (full >= 0) {
            return HALF.charAt(full);
        }
        return switch (large) {
            case 'ヰ' -> 'ｲ';
            case 'ヱ' -> 'ｴ';
            case 'ヲ' -> 'ｵ';
            case '\u3099' -> 'ﾞ';
            case '\u309A' -> 'ﾟ';
            case '・' -> ' ';
            case '「' -> '｢';
            case '」' -> '｣';
            case '¥' -> '\\';
            case 'ー', '‐', '‑', '–', '—', '―', '−' -> '-';
            default -> Character.toUpperCase(large);
        };
    }

    /** The byte of a character that {@link #allows} allows. */
    static byte toByte(char c) {
        return (byte) (c >= FIRST_HALF && c <= LAST_HALF ? c - FIRST_HALF + FIRST_BYTE : c);
    }

    /** The character of a byte; one that is not allowed if the byte is none of Zengin's. */
    static char toChar(byte b) {
        int value = b & 0xFF;
        return (char)
                (value >= FIRST_BYTE && value <= FIRST_BYTE + (LAST_HALF - FIRST_HALF)
                        ? value - FIRST_BYTE + FIRST_HALF
                        : value);
    }
}
