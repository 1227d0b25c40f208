package sekisho.formats.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MatchingTest {

    @ParameterizedTest
    @CsvSource({
        // kanji, kana, latin, birth date, address, phone → overall
        "MTCH, NOAP, NOAP, MTCH, NOAP, NOAP, MTCH",
        "MTCH, NOAP, NOAP, NOAP, MTCH, NOAP, MTCH",
        "MTCH, NOAP, NOAP, NOAP, NOAP, MTCH, MTCH",
        "MTCH, NMTC, NMTC, MTCH, NOAP, NOAP, MTCH",
        "MTCH, NOAP, NOAP, MTCH, CMTC, NOAP, MTCH",
        "MTCH, NOAP, NOAP, MTCH, NMTC, NOAP, CMTC",
        "MTCH, NOAP, NOAP, MTCH, NOAP, NMTC, CMTC",
        "MTCH, NOAP, NOAP, NOAP, MTCH, NMTC, CMTC",
        "MTCH, NOAP, NOAP, NOAP, NMTC, NOAP, NMTC",
        "MTCH, NOAP, NOAP, NOAP, CMTC, NOAP, CMTC",
        "MTCH, NOAP, NOAP, NOAP, NOAP, NOAP, CMTC",
        "MTCH, MTCH, NOAP, NOAP, NOAP, NOAP, CMTC",
        "MTCH, MTCH, MTCH, NMTC, MTCH, MTCH, NMTC",
        "NMTC, MTCH, MTCH, MTCH, MTCH, MTCH, NMTC",
        "CMTC, NOAP, NOAP, MTCH, NOAP, NOAP, CMTC",
        "CMTC, NOAP, NOAP, MTCH, MTCH, MTCH, CMTC",
        "CMTC, NOAP, NOAP, NOAP, MTCH, NOAP, NOAP",
        "NOAP, MTCH, NOAP, MTCH, NOAP, NOAP, CMTC",
        "NOAP, MTCH, MTCH, MTCH, MTCH, MTCH, CMTC",
        "NOAP, CMTC, NOAP, MTCH, NOAP, NOAP, CMTC",
        "NOAP, NMTC, MTCH, MTCH, NOAP, NOAP, NMTC",
        "NOAP, MTCH, NOAP, NOAP, MTCH, MTCH, NOAP",
        "NOAP, NOAP, MTCH, MTCH, NOAP, NOAP, CMTC",
        "NOAP, NOAP, MTCH, NOAP, NOAP, NOAP, NOAP",
        "NOAP, NOAP, NOAP, MTCH, MTCH, MTCH, NOAP",
        "NOAP, NMTC, NOAP, MTCH, NOAP, NOAP, NMTC",
        "NOAP, NOAP, NOAP, NOAP, NOAP, NOAP, NOAP",
    })
    void decidesFromTheCodes(
            MatchCode kanji,
            MatchCode kana,
            MatchCode latin,
            MatchCode birth,
            MatchCode address,
            MatchCode phone,
            MatchCode overall) {
        assertThat(Matching.overall(Map.of(
                        Attribute.NAME_KANJI, kanji,
                        Attribute.NAME_KANA, kana,
                        Attribute.NAME_LATIN, latin,
                        Attribute.BIRTH_DATE, birth,
                        Attribute.ADDRESS, address,
                        Attribute.PHONE, phone)))
                .isEqualTo(overall);
    }

    @Test
    void onlyTheKanjiNameWithSomethingElseMatchesWhateverTheCodes() {
        for (int n = 0; n < 4096; n++) {
            var codes = new EnumMap<Attribute, MatchCode>(Attribute.class);
            MatchCode[] all = MatchCode.values();
            int digits = n;
            for (Attribute attribute : Attribute.values()) {
                codes.put(attribute, all[digits & 3]);
                digits >>= 2;
            }
            if (Matching.overall(codes) == MatchCode.MTCH) {
                assertThat(codes).containsEntry(Attribute.NAME_KANJI, MatchCode.MTCH);
                assertThat(codes.get(Attribute.BIRTH_DATE)).isNotEqualTo(MatchCode.NMTC);
                assertThat(new MatchCode[] {
                            codes.get(Attribute.BIRTH_DATE), codes.get(Attribute.ADDRESS), codes.get(Attribute.PHONE)
                        })
                        .contains(MatchCode.MTCH);
            }
        }
    }

    @Test
    void whatWasTypedIsNeverCompared() {
        var held = Map.of(
                Attribute.NAME_KANJI, "見本 花子", Attribute.NAME_KANA, "ﾐﾎﾝ ﾊﾅｺ", Attribute.BIRTH_DATE, "1990-04-01");
        var typed = new EnumMap<Attribute, Claimed>(Attribute.class);
        held.forEach((attribute, value) -> typed.put(attribute, new Claimed(value, Standing.SELF_DECLARED)));
        Match match = Matching.of(typed, held);
        assertThat(match.overall()).isEqualTo(MatchCode.NOAP);
        assertThat(match.each()).hasSize(6).containsValue(MatchCode.NOAP).doesNotContainValue(MatchCode.MTCH);
    }

    @Test
    void aSelfDeclaredKanaNeitherHelpsNorHarms() {
        var held = Map.of(Attribute.NAME_KANJI, "見本花子", Attribute.NAME_KANA, "ﾐﾎﾝ ﾊﾅｺ", Attribute.BIRTH_DATE, "H2.4.1");
        var name = new Claimed("見本 花子", Standing.VERIFIED);
        var birth = new Claimed("1990-04-01", Standing.VERIFIED);
        var typed = new Claimed("タニン ノ ナ", Standing.SELF_DECLARED);
        assertThat(Matching.of(
                                Map.of(
                                        Attribute.NAME_KANJI,
                                        name,
                                        Attribute.BIRTH_DATE,
                                        birth,
                                        Attribute.NAME_KANA,
                                        typed),
                                held)
                        .overall())
                .isEqualTo(MatchCode.MTCH);
        assertThat(Matching.of(
                                Map.of(
                                        Attribute.BIRTH_DATE,
                                        birth,
                                        Attribute.NAME_KANA,
                                        new Claimed("ミホン ハナコ", Standing.SELF_DECLARED)),
                                held)
                        .overall())
                .isEqualTo(MatchCode.NOAP);
    }

    @ParameterizedTest
    @EnumSource(Attribute.class)
    void whatIsTooLongIsNotCompared(Attribute attribute) {
        String longest = "1".repeat(Matching.LONGEST_VALUE + 1);
        assertThat(Matching.compare(attribute, longest, longest)).isEqualTo(MatchCode.NOAP);
    }

    @Test
    void aClaimDoesNotPrintItsValue() {
        assertThat(new Claimed("見本 花子", Standing.VERIFIED)).hasToString("Claimed[VERIFIED]");
    }

    @Test
    void namesAndDatesThatMatchExactlyHaveOneForm() {
        assertThat(Matching.exactForm(Attribute.NAME_KANJI, "髙橋　花子"))
                .isEqualTo(Matching.exactForm(Attribute.NAME_KANJI, "高橋花子"))
                .isNotEqualTo(Matching.exactForm(Attribute.NAME_KANJI, "高橋華子"))
                .isPresent();
        assertThat(Matching.exactForm(Attribute.BIRTH_DATE, "平成2年4月1日")).contains("1990-04-01");
        assertThat(Matching.exactForm(Attribute.BIRTH_DATE, "1990-02-30")).isEmpty();
        assertThat(Matching.exactForm(Attribute.NAME_KANJI, " ")).isEmpty();
    }
}
