package sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyAndTimeTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant AT = Instant.parse("2026-11-24T05:05:12Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000|5000",
                "¥5,000|5000",
                "５０００円|5000",
                "￥１２，３４５|12345",
                " 1 |1",
                "9007199254740991|9007199254740991"
            })
    void readsAmountsAsPeopleTypeThem(String text, long yen) {
        assertThat(MoneyText.yen(text)).hasValue(yen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-5",
                "1.5",
                "5e3",
                "abc",
                "5 000",
                "9007199254740992",
                "99999999999999999999",
                "¥",
                "+5"
            })
    void takesNothingElseForAnAmount(String text) {
        assertThat(MoneyText.yen(text)).isEmpty();
    }

    @Test
    void saysMoneyAlikeInBothLanguages() {
        assertThat(MoneyWords.yen(12_345)).isEqualTo("¥12,345");
        assertThat(MoneyWords.signed(5_000)).isEqualTo("+¥5,000");
        assertThat(MoneyWords.signed(-780)).isEqualTo("−¥780");
        assertThat(MoneyWords.signed(0)).isEqualTo("¥0");
        assertThat(MoneyWords.axis(35_000, Language.JA)).isEqualTo("3.5万");
        assertThat(MoneyWords.axis(35_000, Language.EN)).isEqualTo("35k");
        assertThat(MoneyWords.axis(0, Language.JA)).isEqualTo("0");
    }

    @Test
    void saysTimesInTheZone() {
        var ja = new TimeWords(Language.JA, TOKYO);
        var en = new TimeWords(Language.EN, TOKYO);
        assertThat(ja.full(AT)).isEqualTo("11月24日（火）14:05");
        assertThat(en.full(AT)).isEqualTo("Tue 24 Nov, 14:05");
        assertThat(ja.brief(AT)).isEqualTo("11/24 14:05");
        assertThat(en.brief(AT)).isEqualTo("24 Nov, 14:05");
        assertThat(ja.left(Duration.ofMinutes(21 * 60 + 8), Words.in(Language.JA)))
                .isEqualTo("21時間 8分");
        assertThat(en.left(Duration.ofMinutes(21 * 60 + 8), Words.in(Language.EN)))
                .isEqualTo("21 h 8 min");
        assertThat(en.recent(AT, AT.plusSeconds(60), Words.in(Language.EN))).isEqualTo("Today, 14:05");
    }
}
