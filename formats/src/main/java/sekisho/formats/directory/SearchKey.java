package sekisho.formats.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Brings typed names and listed names to one form, so that they can be compared letter by letter. */
final class SearchKey {
    private static final int FROM_HIRAGANA = 'ア' - 'あ';
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String DASHES = "ー－−‐‑–—";
    private static final List<String> SUFFIXES = List.of("銀行", "ギンコウ", "支店", "シテン");

    private SearchKey() {}

    /**
     * The form in which names are compared: compatible characters unified (Unicode NFKC: half-width kana becomes
     * full-width, full-width Latin plain), hiragana turned into kana, small kana into large, all dashes one, no
     * blanks, no capitals.
     */
    static String of(String text) {
        String unified = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var key = new StringBuilder(unified.length());
        for (int i = 0; i < unified.length(); i++) {
            char c = unified.charAt(i);
            if (!Character.isWhitespace(c)) {
                key.append(letter(c));
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** The key of what somebody typed: the words for bank and branch at its end are not part of the listed names. */
    static String ofTyped(String text) {
        String key = of(text);
        for (String suffix : SUFFIXES) {
            if (key.length() > suffix.length() && key.endsWith(suffix)) {
                return key.substring(0, key.length() - suffix.length());
            }
        }
        return key;
    }

    /** Kana in hiragana, other characters as they are. */
    static String hiragana(String kana) {
        var hiragana = new StringBuilder(kana.length());
        for (int i = 0; i < kana.length(); i++) {
            char c = kana.charAt(i);
            hiragana.append(c >= 'ァ' && c <= 'ン' ? (char) (c - FROM_HIRAGANA) : c);
        }
        return hiragana.toString();
    }

    private static char letter(char c) {
        char kana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + FROM_HIRAGANA) : c;
        int small = SMALL.indexOf(kana);
        if (small >= 0) {
            return LARGE.charAt(small);
        }
        return DASHES.indexOf(kana) >= 0 ? '-' : kana;
    }
}
