package sekisho.server.canary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody whose name, number and address occur nowhere else in the world.
 *
 * @param handle what others call them: public, and no trace of anything else
 * @param phone as people write it
 */
record Bird(
        String handle,
        String kanji,
        String kana,
        String latin,
        LocalDate born,
        String address,
        String mail,
        String phone) {

    static final Bird CUSTOMER = new Bird(
            "evening-customer",
            "蓬莱橋 椛乃",
            "ホウライバシ カノ",
            "HORAIBASHI KANO",
            LocalDate.of(1931, 8, 17),
            "燧灘県椚平市鵺野町98-76-543",
            "kano.horaibashi.7731@canary-post.example",
            "090-7731-5948");
    static final Bird SHOPKEEPER = new Bird(
            "morning-shopkeeper",
            "釁隈 朔汰郎",
            "キンクマ サクタロウ",
            "KINKUMA SAKUTARO",
            LocalDate.of(1942, 11, 23),
            "燧灘県榧ヶ窪市鷽町87-65-432",
            "sakutaro.kinkuma.8842@canary-post.example",
            "080-8842-6159");
    /** Knocks at the door: a bank's customer, and nobody's here. */
    static final Bird VISITOR = new Bird(
            "night-visitor",
            "鰐淵澤 繭衣奈",
            "ワニブチザワ マイナ",
            "WANIBUCHIZAWA MAINA",
            LocalDate.of(1953, 2, 19),
            "燧灘県樒谷市鵯町76-54-321",
            "maina.wanibuchizawa.9953@canary-post.example",
            "070-9953-7261");

    /** Closes the wallet, and is erased. */
    static final Bird LEAVER = new Bird(
            "leaving-bird",
            "翡翠谷 渚沙紀",
            "ヒスイダニ ナギサキ",
            "HISUIDANI NAGISAKI",
            LocalDate.of(1964, 7, 13),
            "燧灘県楡ノ沢市鶚町65-43-210",
            "nagisaki.hisuidani.1164@canary-post.example",
            "070-1164-8372");

    Map<String, String> card() {
        return Map.of("name", kanji, "born", born.toString(), "address", address);
    }

    sekisho.banksimulator.customers.Person atTheBank() {
        return new sekisho.banksimulator.customers.Person(
                handle, kanji, kana, latin, born, phone.replace("-", ""), address);
    }

    /** Everything that is personal about them, part by part: whoever writes a name in two fields writes it all the same. */
    List<String> secrets() {
        var secrets = new ArrayList<String>();
        for (String name : List.of(kanji, kana, latin)) {
            secrets.addAll(List.of(name.split(" ")));
        }
        secrets.addAll(List.of(
                born.toString(),
                born.format(DateTimeFormatter.BASIC_ISO_DATE),
                address.substring(0, 3),
                address.replaceAll("[0-9-]", ""),
                address.replaceAll("[^0-9-]", ""),
                mail,
                mail.substring(0, mail.indexOf('@')),
                phone,
                phone.replace("-", "").substring(1)));
        return secrets;
    }
}
