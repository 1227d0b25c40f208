package sekisho.formats.matching;

/**
 * Names in kana. Banks hold them as Zengin has them: half-width, voiced marks apart, no small kana, "-" for the long
 * mark, ヲ written オ.
 */
final class KanaName {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String[] VOWELS = {
        "アカサタナハマヤラワガザダバパ", "イキシチニヒミリヰギジヂビピ", "ウクスツヌフムユルヴグズヅブプ", "エケセテネヘメレヱゲゼデベペ", "オコソトノホモヨロヲゴゾドボポ"
    };
    private static final String VOWEL = "アイウエオ";

    private KanaName() {}

    static MatchCode compare(String verified, String held) {
        String ours = CorporateForms.inKana(exact(verified));
        String theirs = CorporateForms.inKana(exact(held));
        if (ours.isEmpty() || theirs.isEmpty()) {
            return MatchCode.NOAP;
        }
        if (ours.equals(theirs)) {
            return MatchCode.MTCH;
        }
        return close(ours).equals(close(theirs)) ? MatchCode.CMTC : MatchCode.NMTC;
    }

    /** One width, katakana, no small kana, no gaps, one long mark, no old kana, capitals. */
    static String exact(String name) {
        String text = Text.withoutGaps(Text.unified(name));
        var key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Text.katakana(text.charAt(i));
            int small = SMALL.indexOf(c);
            char large = small >= 0 ? LARGE.charAt(small) : c;
            key.append(
                    switch (large) {
                        case 'ヰ' -> 'イ';
                        case 'ヱ' -> 'エ';
                        case 'ヲ' -> 'オ';
                        case 'ヽ' -> last(key);
                        case 'ヾ' -> voiced(last(key));
                        default -> Text.isDash(large) ? '-' : Character.toUpperCase(large);
                    });
        }
        return key.toString();
    }

    /**
     * What sounds the same: a long vowel is the same however it is written (オオノ, オウノ, オ-ノ; not オノ), ヂ is ジ and ヅ is
     * ズ, ヴ is a kind of バ.
     */
    static String close(String exact) {
        String sounds = exact.replace('ヂ', 'ジ')
                .replace('ヅ', 'ズ')
                .replace("ヴア", "バ")
                .replace("ヴイ", "ビ")
                .replace("ヴエ", "ベ")
                .replace("ヴオ", "ボ")
                .replace('ヴ', 'ブ');
        var key = new StringBuilder(sounds.length());
        for (int i = 0; i < sounds.length(); i++) {
            char c = sounds.charAt(i);
            char vowel = key.isEmpty() ? ' ' : vowel(key.charAt(key.length() - 1));
            boolean isLong = vowel != ' ' && (c == '-' || (vowel == 'オ' && c == 'ウ') || (vowel == 'エ' && c == 'イ'));
            key.append(isLong ? vowel : c);
        }
        return key.toString();
    }

    private static char vowel(char kana) {
        for (int i = 0; i < VOWELS.length; i++) {
            if (VOWELS[i].indexOf(kana) >= 0) {
                return VOWEL.charAt(i);
            }
        }
        return ' ';
    }

    private static char last(StringBuilder key) {
        return key.isEmpty() ? ' ' : key.charAt(key.length() - 1);
    }

    private static char voiced(char kana) {
        String joined = Text.unified(kana + "゛");
        return joined.length() == 1 ? joined.charAt(0) : kana;
    }
}
