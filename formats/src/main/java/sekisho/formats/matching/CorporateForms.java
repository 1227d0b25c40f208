package sekisho.formats.matching;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Forms of legal persons, and how Zengin shortens them: カ) before a name, (カ behind it, (カ) in its middle. Where the form
 * stands is part of the name: カ)アサヒ and アサヒ(カ are two companies.
 *
 * <p>Source: the table of abbreviations of the Zengin system as banks publish it for their customers.
 */
final class CorporateForms {

    /** A form in kanji, its reading, and Zengin's abbreviation. */
    private record Form(String kanji, String reading, String zengin) {}

    /** Longer ones first, so that 一般財団法人 is not read as 財団法人. */
    private static final List<Form> FORMS = Stream.of(
                    new Form("株式会社", "カブシキガイシヤ", "カ"),
                    new Form("有限会社", "ユウゲンガイシヤ", "ユ"),
                    new Form("合名会社", "ゴウメイガイシヤ", "メ"),
                    new Form("合資会社", "ゴウシガイシヤ", "シ"),
                    new Form("合同会社", "ゴウドウガイシヤ", "ド"),
                    new Form("医療法人", "イリヨウホウジン", "イ"),
                    new Form("医療法人社団", "イリヨウホウジンシヤダン", "イ"),
                    new Form("医療法人財団", "イリヨウホウジンザイダン", "イ"),
                    new Form("社会医療法人", "シヤカイイリヨウホウジン", "イ"),
                    new Form("財団法人", "ザイダンホウジン", "ザイ"),
                    new Form("一般財団法人", "イツパンザイダンホウジン", "ザイ"),
                    new Form("公益財団法人", "コウエキザイダンホウジン", "ザイ"),
                    new Form("社団法人", "シヤダンホウジン", "シヤ"),
                    new Form("一般社団法人", "イツパンシヤダンホウジン", "シヤ"),
                    new Form("公益社団法人", "コウエキシヤダンホウジン", "シヤ"),
                    new Form("宗教法人", "シユウキヨウホウジン", "シユウ"),
                    new Form("学校法人", "ガツコウホウジン", "ガク"),
                    new Form("社会福祉法人", "シヤカイフクシホウジン", "フク"),
                    new Form("更生保護法人", "コウセイホゴホウジン", "ホゴ"),
                    new Form("相互会社", "ソウゴガイシヤ", "ソ"),
                    new Form("特定非営利活動法人", "トクテイヒエイリカツドウホウジン", "トクヒ"),
                    new Form("独立行政法人", "ドクリツギヨウセイホウジン", "ドク"),
                    new Form("地方独立行政法人", "チホウドクリツギヨウセイホウジン", "チドク"),
                    new Form("弁護士法人", "ベンゴシホウジン", "ベン"),
                    new Form("有限責任中間法人", "ユウゲンセキニンチユウカンホウジン", "チユウ"),
                    new Form("行政書士法人", "ギヨウセイシヨシホウジン", "ギヨ"),
                    new Form("司法書士法人", "シホウシヨシホウジン", "シホウ"),
                    new Form("税理士法人", "ゼイリシホウジン", "ゼイ"),
                    new Form("国立大学法人", "コクリツダイガクホウジン", "ダイ"),
                    new Form("公立大学法人", "コウリツダイガクホウジン", "ダイ"),
                    new Form("農事組合法人", "ノウジクミアイホウジン", "ノウ"),
                    new Form("管理組合法人", "カンリクミアイホウジン", "カンリ"),
                    new Form("社会保険労務士法人", "シヤカイホケンロウムシホウジン", "ロウム"))
            .sorted(Comparator.comparingInt((Form form) -> form.reading().length())
                    .reversed())
            .toList();

    private CorporateForms() {}

    /** A kana name (exact form) with its corporate form as Zengin writes it. */
    static String inKana(String name) {
        String opened = name.replace("(カブ)", "(カ)").replace("(ユウ)", "(ユ)");
        for (Form form : FORMS) {
            String shortened = shortened(opened, form.reading(), form.zengin());
            if (!shortened.equals(opened)) {
                return shortened;
            }
            // Some write both brackets at the ends too.
            String both = "(" + form.zengin() + ")";
            if (opened.startsWith(both) || opened.endsWith(both)) {
                return shortened(opened, both, form.zengin());
            }
        }
        return opened;
    }

    /** A name in kanji with its corporate form in full: （株）, after NFKC (株), becomes 株式会社. */
    static String inKanji(String name) {
        return name.replace("(株)", "株式会社")
                .replace("(有)", "有限会社")
                .replace("(名)", "合名会社")
                .replace("(資)", "合資会社")
                .replace("(同)", "合同会社")
                .replace("(医)", "医療法人")
                .replace("(財)", "財団法人")
                .replace("(社)", "社団法人")
                .replace("(宗)", "宗教法人")
                .replace("(学)", "学校法人")
                .replace("(福)", "社会福祉法人");
    }

    private static String shortened(String name, String form, String zengin) {
        if (name.length() <= form.length()) {
            return name;
        }
        if (name.startsWith(form)) {
            return zengin + ")" + name.substring(form.length());
        }
        if (name.endsWith(form)) {
            return name.substring(0, name.length() - form.length()) + "(" + zengin;
        }
        int at = name.indexOf(form);
        return at < 0 || form.startsWith("(")
                ? name
                : name.substring(0, at) + "(" + zengin + ")" + name.substring(at + form.length());
    }
}
