package sekisho.formats.jpqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomerCodeTest {

    /** The two examples of EMVCo CPM 1.1: whole, and of other operators. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hQVDUFYwMWEaTwegAAAAVVVVVw8SNFZ4kBI0WNGRIgESNF8=",
                "hQVDUFYwMWETTwegAAAAVVVVUAhQcm9kdWN0MWETTwegAAAAZmZmUAhQcm9kdWN0MmJJWggSNFZ4kBI0WF8gDkNBUkRIT0xERVIv"
                        + "RU1WXy0IcnVlc2RlZW5kIZ8QBwYBCgMAAACfJghYT9OF+iNLzJ82AgABnzcEbVjvEw==",
            })
    void readsTheStandardsExamplesAndSaysThatTheyAreNotOurs(String payload) {
        assertThat(refusal(payload)).isEqualTo(new CodeRefusal.NotOurs());
    }

    @Test
    void beginsAsTheStandardDemands() {
        assertThat(CustomerCode.next(new Random(1)).encode())
                .startsWith("hQVDUFYwMWE")
                .hasSizeLessThan(60);
    }

    @Test
    void whatIsWrittenIsReadAndEveryDigitThatIsMistypedIsNoticed() {
        long seed = 85;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var code = CustomerCode.next(random);
            assertThat(read(code.encode())).as("seed %d", seed).isEqualTo(code);
            assertThat(read(code.spoken())).isEqualTo(code);
            assertThat(read(" " + code.number().replaceAll("(....)", "$1-") + " "))
                    .isEqualTo(code);
            for (int at = 0; at < code.number().length(); at++) {
                var digits = new StringBuilder(code.number());
                digits.setCharAt(at, (char) ('0' + (digits.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
                assertThat(refusal(digits.toString())).isEqualTo(new CodeRefusal.BadCheckDigit());
            }
        }
    }

    @Test
    void acceptsFullWidthDigits() {
        assertThat(read("８８００ ００００ ００００ ０００５")).isEqualTo(new CustomerCode("8800000000000005"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            850543505630316110                              | Malformed[at=0]
            ''                                              | Empty[]
            6110                                            | Malformed[at=0]
            61024F00                                        | OutOfPlace[id=85]
            85054350563032                                  | OutOfPlace[id=85]
            85054350563031                                  | Missing[id=61]
            8505435056303185054350563031610C4F08F053454B4953484F5A00 | Repeated[id=85]
            8505435056303161025A08                          | WrongForm[id=61]
            85054350563031610A4F08F053454B4953484F          | Missing[id=5A]
            8505435056303161144F08F053454B4953484F5A088800000000000001 | BadCheckDigit[]
            8505435056303161144F08F053454B4953484F5A081234567890123452 | NotOurs[]
            8505435056303161124F08F053454B4953484F5A0688000000 0002 | WrongForm[id=5A]
            85054350563031611E4F08F053454B4953484F5A0888000000000000055A088800000000000005 | Repeated[id=5A]
            8505435056303161818F                            | Malformed[at=0]
            850543505630316181014F                          | Malformed[at=0]
            """, delimiter = '|')
    void saysWhatIsWrongWithAPayload(String hex, String reason) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(refusal(Base64.getEncoder().encodeToString(bytes)))
                .asString()
                .isEqualTo(reason);
    }

    @Test
    void refusesWhatIsNoCode() {
        assertThat(refusal("880000000000000")).isEqualTo(new CodeRefusal.WrongForm("5A"));
        assertThat(refusal("1234567890123452")).isEqualTo(new CodeRefusal.NotOurs());
        assertThat(refusal("not base 64!")).isEqualTo(new CodeRefusal.Malformed(0));
        assertThat(refusal("A".repeat(513))).isEqualTo(new CodeRefusal.TooLong(513, 512));
        assertThatThrownBy(() -> new CustomerCode("8800000000000001")).isInstanceOf(IllegalArgumentException.class);
    }

    private static CustomerCode read(String text) {
        return ((CustomerReading.Read) CustomerCode.read(text)).code();
    }

    private static CodeRefusal refusal(String text) {
        return ((CustomerReading.Refused) CustomerCode.read(text)).reason();
    }
}
