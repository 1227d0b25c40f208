package sekisho.formats.matching;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of Japan, as registers and banks write them. */
final class Address {
    private static final KanjiVariants VARIANTS = KanjiVariants.read();
    private static final List<String> PREFECTURES = List.of(
            "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県",
            "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県",
            "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県",
            "鹿児島県", "沖縄県");
    private static final String NUMERAL = "〇一二三四五六七八九";

    /** Kanji numerals count as numbers before these words only: 三重, 八王子 and 一番町 are names. */
    private static final Pattern KANJI_NUMBER =
            Pattern.compile("[〇一二三四五六七八九十百千]+(?=丁目|番地|番(?!町)|号|条|の?[〇一二三四五六七八九十百千]*(?:番地|番(?!町)|号))");

    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)(?:丁目|番地の?|番|号室?|室|の|ノ|-)+(?=\\d)");
    private static final Pattern UNIT = Pattern.compile("(?<=\\d)(?:丁目|番地|番(?!町)|号室?|室)");

    private Address() {}

    /**
     * The same: everything agrees, building and room too. Close: town and numbers agree and one side has no prefecture
     * or no building; or all agrees but the building's name.
     */
    static MatchCode compare(String verified, String held) {
        Parts ours = Parts.of(verified);
        Parts theirs = Parts.of(held);
        if (ours.town().isEmpty() || theirs.town().isEmpty()) {
            return MatchCode.NOAP;
        }
        boolean samePrefecture = ours.prefecture().equals(theirs.prefecture());
        boolean oneHasNone = ours.prefecture().isEmpty() || theirs.prefecture().isEmpty();
        if ((!samePrefecture && !oneHasNone) || !ours.town().equals(theirs.town())) {
            return MatchCode.NMTC;
        }
        if (samePrefecture && ours.rest().equals(theirs.rest())) {
            return MatchCode.MTCH;
        }
        return sameBlock(ours.rest(), theirs.rest()) ? MatchCode.CMTC : MatchCode.NMTC;
    }

    /**
     * Whether the numbers at the beginnings agree and the rest is missing, or is the same but for a building's name: a
     * shorter one has to end where a number ends in the longer one, after two numbers at least.
     */
    private static boolean sameBlock(String ours, String theirs) {
        if (ours.equals(theirs)) {
            return true;
        }
        String longer = ours.length() >= theirs.length() ? ours : theirs;
        String shorter = ours.length() >= theirs.length() ? theirs : ours;
        if (numbersOf(shorter).equals(numbersOf(longer))) {
            return !shorter.isEmpty();
        }
        return shorter.indexOf('-') > 0
                && longer.startsWith(shorter)
                && !Character.isDigit(longer.charAt(shorter.length()))
                && Character.isDigit(shorter.charAt(shorter.length() - 1));
    }

    private static String numbersOf(String rest) {
        return rest.replaceAll("[^0-9]+", "-").replaceAll("^-|-$", "");
    }

    /**
     * An address in pieces.
     *
     * @param prefecture empty if it is not written
     * @param town up to the first number
     * @param rest numbers and building
     */
    private record Parts(String prefecture, String town, String rest) {

        static Parts of(String address) {
            String text = Text.withoutGaps(Text.unified(address));
            String shaped = VARIANTS.oneShape(text).replace("大字", "");
            String prefecture =
                    PREFECTURES.stream().filter(shaped::startsWith).findFirst().orElse("");
            // Families come after the prefecture: 阪 is of one with 坂, and 大阪府 is the prefecture's name.
            text = alike(VARIANTS.oneFamily(shaped.substring(prefecture.length())));
            int number = 0;
            while (number < text.length() && !Character.isDigit(text.charAt(number))) {
                number++;
            }
            return new Parts(prefecture, text.substring(0, number), text.substring(number));
        }

        private static String alike(String text) {
            String digits = KANJI_NUMBER.matcher(text).replaceAll(m -> Integer.toString(number(m.group())));
            var key = new StringBuilder(digits.length());
            for (int i = 0; i < digits.length(); i++) {
                char c = digits.charAt(i);
                boolean afterDigit = !key.isEmpty() && Character.isDigit(key.charAt(key.length() - 1));
                key.append(
                        switch (c) {
                            case 'ヶ', 'が', 'ガ' -> 'ケ';
                            case '之', 'の' -> afterDigit ? 'の' : 'ノ';
                            default -> Text.isDash(c) && afterDigit ? '-' : Character.toUpperCase(c);
                        });
            }
            Matcher between = BETWEEN.matcher(key);
            return UNIT.matcher(between.replaceAll("-")).replaceAll("-").replaceAll("-+$", "");
        }

        /** A kanji number up to 9,999, digit by digit (一二) or with its places (十二). */
        private static int number(String kanji) {
            int total = 0;
            int digit = -1;
            for (int i = 0; i < kanji.length(); i++) {
                char c = kanji.charAt(i);
                int place = switch (c) {
                    case '十' -> 10;
                    case '百' -> 100;
                    case '千' -> 1000;
                    default -> 1;
                };
                if (place > 1) {
                    total += Math.max(1, digit) * place;
                    digit = -1;
                } else {
                    digit = Math.max(0, digit) * 10 + NUMERAL.indexOf(c);
                    digit = Math.min(digit, 99_999);
                }
            }
            return total + Math.max(0, digit);
        }
    }
}
