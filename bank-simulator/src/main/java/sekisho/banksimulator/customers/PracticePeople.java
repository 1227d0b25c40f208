package sekisho.banksimulator.customers;

import java.time.LocalDate;
import java.util.List;

/** Eight people to practise with. Numbers that begin with 000 are nobody's, and there are no such places. */
public final class PracticePeople {
    private static final List<Person> ALL = List.of(
            person("hanako", "汐見 花子", "シオミ ハナコ", "SHIOMI HANAKO", 1990, 4, 1, "00012340001", "汐崎県花岬市港町1-2-3"),
            person("taro", "灯野 太郎", "トウノ タロウ", "TONO TARO", 1984, 11, 23, "00012340002", "汐崎県灯台市岬通4-5"),
            person("yui", "若竹 結衣", "ワカタケ ユイ", "WAKATAKE YUI", 2001, 7, 7, "00012340003", "竹原県若竹市南6-7-8"),
            person("kenji", "石畳 健二", "イシダタミ ケンジ", "ISHIDATAMI KENJI", 1962, 1, 15, "00012340004", "石見野県城下町9-10"),
            person("sakura", "花筏 さくら", "ハナイカダ サクラ", "HANAIKADA SAKURA", 1995, 3, 30, "00012340005", "花瀬県川端市桜町11"),
            person("jun", "松風 潤", "マツカゼ ジュン", "MATSUKAZE JUN", 1978, 9, 9, "00012340006", "松原県浜辺市12-13-14"),
            person("fumiko", "鈴鳴 文子", "スズナリ フミコ", "SUZUNARI FUMIKO", 1948, 5, 5, "00012340007", "鈴ヶ峰県鈴鳴市15"),
            person("leo", "星見 玲央", "ホシミ レオ", "HOSHIMI LEO", 1999, 12, 24, "00012340008", "星野県綿雲市16-17"));

    private PracticePeople() {}

    public static List<Person> all() {
        return ALL;
    }

    private static Person person(
            String id,
            String kanji,
            String kana,
            String latin,
            int year,
            int month,
            int day,
            String phone,
            String address) {
        return new Person(id, kanji, kana, latin, LocalDate.of(year, month, day), phone, address);
    }
}
