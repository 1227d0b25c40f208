package sekisho.browsertests.journey;

import java.util.List;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;

/**
 * Somebody who has an account at a fictional bank, and no wallet yet. The banks ask each in its own way.
 *
 * @param kanji as the bank writes the name
 * @param kana the same in katakana
 * @param latin the same in Latin letters
 * @param born year, month and day with hyphens
 * @param bank the code of the bank whose account is linked
 */
public record Resident(String kanji, String kana, String latin, String born, String bank) {
    private static final List<Resident> ALL = List.of(
            // Password, then the bank's app.
            new Resident("花筏 さくら", "ハナイカダ サクラ", "HANAIKADA SAKURA", "1995-03-30", "0801"),
            // Account, last balance, then a code by text message.
            new Resident("松風 潤", "マツカゼ ジュン", "MATSUKAZE JUN", "1978-09-09", "0828"),
            // Account and birth date, then a call from the registered telephone.
            new Resident("鈴鳴 文子", "スズナリ フミコ", "SUZUNARI FUMIKO", "1948-05-05", "0824"),
            // Password, then a code from a token.
            new Resident("星見 玲央", "ホシミ レオ", "HOSHIMI LEO", "1999-12-24", "0808"));

    /** One for each look of a journey, so that no two looks share an account. */
    public static Resident of(Look look) {
        return ALL.get(Look.journeys().indexOf(look));
    }

    /** As the bank's practice page writes the name. */
    public String name(Language language) {
        return switch (language) {
            case JA -> kanji;
            case EN -> latin;
        };
    }

    /** The same person on the way to a wallet. */
    public Newcomer newcomer() {
        return Newcomer.called(kanji, born);
    }
}
