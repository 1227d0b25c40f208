package sekisho.banksimulator.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.FictionalBanks;

final class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameWordsWithTheSamePlaces() {
        assertThat(Words.ENGLISH.keys()).isEqualTo(Words.JAPANESE.keys());
        for (String key : Words.JAPANESE.keys()) {
            assertThat(places(Words.ENGLISH.say(key))).as(key).isEqualTo(places(Words.JAPANESE.say(key)));
        }
    }

    @Test
    void everythingThatIsAskedHasWords() {
        for (Ask ask : Ask.values()) {
            assertThat(Words.JAPANESE.say("ask." + ask.word())).isNotBlank();
            if (ask.elsewhere()) {
                assertThat(Words.ENGLISH.say("elsewhere." + ask.word())).isNotBlank();
            } else {
                assertThat(Words.ENGLISH.say("ask." + ask.word() + ".error")).isNotBlank();
                assertThat(Words.ENGLISH.say("ask." + ask.word() + ".hint")).isNotNull();
            }
            if (ask.dynamic()) {
                assertThat(Words.ENGLISH.say("asking." + ask.word())).isNotBlank();
            }
        }
        assertThatThrownBy(() -> Words.ENGLISH.say("nonsense")).hasMessageContaining("nonsense");
    }

    @Test
    void everyBankHasItsSign() {
        assertThat(FictionalBanks.all())
                .allSatisfy(
                        bank -> assertThat(Emblems.path(bank.look().emblem())).startsWith("M"));
    }

    @Test
    void writesYenAsBanksDo() {
        assertThat(Words.JAPANESE.yen(12_345)).isEqualTo("12,345円");
        assertThat(Words.ENGLISH.yen(-780)).isEqualTo("−780 yen");
    }

    private static long places(String text) {
        return Arrays.stream(PLACE.matcher(text)
                        .results()
                        .map(found -> found.group())
                        .toArray())
                .distinct()
                .count();
    }
}
