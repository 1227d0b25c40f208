package sekisho.formats.matching;

import java.util.Locale;
import java.util.stream.IntStream;

/** Names as registers write them: kanji, kana, for foreigners Latin letters. */
final class KanjiName {
    private static final KanjiVariants VARIANTS = KanjiVariants.read();

    /** What programs write where they have no such character. Certificates of chip cards do so for rare kanji. */
    private static final String STAND_INS = "〓●■□〇*?\uFFFD";

    /** Kana beside the kanji that look like it. */
    private static final String KANA_LIKE_KANJI = "ニハカロエタトミ";

    private static final String KANJI_LIKE_KANA = "二八力口工夕卜三";

    private KanjiName() {}

    static MatchCode compare(String verified, String held) {
        String ours = exact(verified);
        String theirs = exact(held);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return MatchCode.NOAP;
        }
        boolean standsIn = hasStandIn(ours) || hasStandIn(theirs);
        if (ours.equals(theirs) && !standsIn) {
            return MatchCode.MTCH;
        }
        String ourFamily = close(ours);
        String theirFamily = close(theirs);
        boolean isClose = standsIn ? agreeWhereKnown(ourFamily, theirFamily) : ourFamily.equals(theirFamily);
        return isClose ? MatchCode.CMTC : MatchCode.NMTC;
    }

    /** One width, no gaps, 々 written out, one shape a character, ヶ as ケ, corporate forms in full, capitals. */
    static String exact(String name) {
        String text = CorporateForms.inKanji(Text.withoutGaps(Text.unified(name)));
        var key = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '々', '〻' -> repeatLast(key);
                case 'ヶ' -> key.append('ケ');
                case 'ヵ' -> key.append('カ');
                default -> key.appendCodePoint(c);
            }
        });
        return VARIANTS.oneShape(key.toString()).toUpperCase(Locale.ROOT);
    }

    /**
     * What is often confused: related characters, kana that looks like kanji, hiragana and katakana, の and 之, ケ and が
     * between kanji.
     */
    static String close(String exact) {
        String family = VARIANTS.oneFamily(exact);
        var key = new StringBuilder(family.length());
        for (int i = 0; i < family.length(); i++) {
            char c = Text.katakana(family.charAt(i));
            int like = KANA_LIKE_KANJI.indexOf(c);
            key.append(
                    switch (c) {
                        case '之', '乃' -> 'ノ';
                        case 'ガ' -> 'ケ';
                        default -> like >= 0 ? KANJI_LIKE_KANA.charAt(like) : Text.isDash(c) ? '-' : c;
                    });
        }
        return key.toString();
    }

    private static void repeatLast(StringBuilder key) {
        if (!key.isEmpty()) {
            key.appendCodePoint(key.codePointBefore(key.length()));
        }
    }

    private static boolean hasStandIn(String text) {
        return text.codePoints().anyMatch(KanjiName::isStandIn);
    }

    private static boolean isStandIn(int c) {
        return STAND_INS.indexOf(c) >= 0;
    }

    /** Same length, at most half of the characters unknown, and all that are known the same. */
    private static boolean agreeWhereKnown(String ours, String theirs) {
        int[] left = ours.codePoints().toArray();
        int[] right = theirs.codePoints().toArray();
        if (left.length != right.length) {
            return false;
        }
        long unknown = IntStream.range(0, left.length)
                .filter(i -> isStandIn(left[i]) || isStandIn(right[i]))
                .count();
        long known = IntStream.range(0, left.length)
                .filter(i -> left[i] == right[i] && !isStandIn(left[i]))
                .count();
        return known + unknown == left.length && unknown <= known;
    }
}
