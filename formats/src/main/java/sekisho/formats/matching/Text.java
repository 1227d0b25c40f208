package sekisho.formats.matching;

import java.text.Normalizer;

/** Steps that several attributes share. All bounds were checked before. */
final class Text {
    private static final int FROM_HIRAGANA = 'ア' - 'あ';

    private Text() {}

    /**
     * One width for everything: voiced marks that stand alone join the kana before them, half-width kana becomes
     * full-width, full-width Latin and digits plain, compatibility ideographs ordinary ones (NFKC). Variation selectors
     * go: they choose a shape, not a character.
     */
    static String unified(String text) {
        // NFKC makes a blank of a full-width mark that stands alone; its combining twin it joins.
        String joined = text.replace('゛', '\u3099').replace('゜', '\u309A');
        String unified = Normalizer.normalize(joined, Normalizer.Form.NFKC);
        var kept = new StringBuilder(unified.length());
        unified.codePoints().filter(c -> !isVariationSelector(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The text without blanks, and without the dots that stand for them between foreign names. */
    static String withoutGaps(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '・')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    static char katakana(char c) {
        return (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ' ? (char) (c + FROM_HIRAGANA) : c;
    }

    /** Whether a character is one of the many that look like a dash, the long mark of kana among them. */
    static boolean isDash(int c) {
        return "ー-‐‑‒–—―−ｰ－─━".indexOf(c) >= 0;
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D);
    }
}
