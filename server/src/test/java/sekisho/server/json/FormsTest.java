package sekisho.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FormsTest {
    /** Texts that are right for one form, nearly right for another, or for none. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "255",
            "0001",
            "0000",
            "001",
            "00001",
            "JPY",
            "jpy",
            "JPYX",
            "3b6e2f0a9c4d5e61",
            "3B6E2F0A9C4D5E61",
            "8b6e2f0a9c4d5e61",
            "0000000000000000",
            "7f2a9d54c1e04b3f8a6d0e1b5c9f7a23",
            "00000000000000000000000000000000",
            "01890a5d-ac96-774b-bcce-b302099a8057",
            "01890a5d-ac96-474b-bcce-b302099a8057",
            "01890a5d-ac96-774b-ccce-b302099a8057",
            "01890A5D-AC96-774B-BCCE-B302099A8057",
            "01890a5dac96774bbcceb302099a8057",
            "2026-09-10T03:00:00Z",
            "2026-09-10T03:00:00.123456789+09:00",
            "2026-09-10T03:00:00",
            "2026-13-10T03:00:00Z",
            "2026-09-10",
            "1999-12-31",
            "2026-02-30",
            "all",
            "ALL",
            "top-up",
            "Wallet app",
            " Wallet app",
            "口座",
            "a\u0000b",
            "client-1",
            "１",
            "9".repeat(40));

    static Stream<Form<?>> forms() {
        return Forms.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsReadIsWhatThePatternSays(Form<?> form) {
        switch (form) {
            case TextForm<?> text -> {
                assertThat(roundTrip(text, text.example())).isEqualTo(text.example());
                text.words().forEach(word -> assertThat(roundTrip(text, word)).isEqualTo(word));
                for (String candidate : TEXTS) {
                    // A pattern may be a little wider than what is read (0, no such day), never narrower.
                    if (text.read().apply(candidate) != null) {
                        assertThat(candidate).matches(javaPattern(text.pattern()));
                    }
                }
            }
            case NumberForm<?> number -> {
                assertThat(number.parse(Long.toString(number.least()))).isNotNull();
                assertThat(number.parse(Long.toString(number.most()))).isNotNull();
                assertThat(number.parse(Long.toString(number.example()))).isNotNull();
                assertThatThrownBy(() -> number.of(number.least() - 1)).isInstanceOf(BadValue.class);
                assertThatThrownBy(() -> number.of(number.most() + 1)).isInstanceOf(BadValue.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"5e3", "5.0", "0x10", "+5", "05", "٥", "1_000", "''", "' 5'", "--5", "null"})
    void readsNoNumberThatIsNotPlain(String text) {
        assertThatThrownBy(() -> Forms.AMOUNT.parse(text)).isInstanceOf(BadValue.class);
    }

    private static <T> String roundTrip(TextForm<T> form, String text) {
        return form.write().apply(form.parse(text));
    }

    private static String javaPattern(String pattern) {
        return "(?s)" + pattern;
    }
}
