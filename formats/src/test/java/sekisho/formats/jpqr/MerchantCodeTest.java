package sekisho.formats.jpqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MerchantCodeTest {
    private static final JpqrShop SHOP = new JpqrShop("1234567890123", "0001", "000002", "000003");
    private static final String OF_OTHERS =
            "0002016003xxx01021129300012D156000000000510A93FO3230Q31280012D1560000000103081234567826680019"
                    + "jp.or.paymentsjapan01130000000000001020400010306000001040600000153033925903xxx64180002JA0108"
                    + "メルペイ カフェ520441115802JP610710661436304DEE9";
    private static final MerchantCode STATIC = MerchantCode.reusable(SHOP, "5812", "SHIOMI CAFE", "KANAZAWA");

    /** A JPQR code of an operator, as published with its reader; objects in another order than ours. */
    @Test
    void readsAJpqrCodeOfOthers() {
        var code = read(OF_OTHERS);
        assertThat(code.once()).isFalse();
        assertThat(code.shop()).isEqualTo(new JpqrShop("0000000000001", "0001", "000001", "000001"));
        assertThat(code.category()).isEqualTo("4111");
        assertThat(code.yen()).isEmpty();
        assertThat(code.postalCode()).hasValue("1066143");
        assertThat(code.localName()).hasValue(new LocalName("JA", "メルペイ カフェ", Optional.empty()));
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        var code = read(OF_OTHERS);
        assertThat(code.others())
                .containsExactly(
                        new DataObject("29", "0012D156000000000510A93FO3230Q"),
                        new DataObject("31", "0012D15600000001030812345678"));
        assertThat(read(code.encode())).isEqualTo(code);
    }

    @Test
    void writesObjectsInTheOrderOfTheirIds() {
        assertThat(STATIC.forPayment(1_280, "A-17").encode())
                .startsWith("00020101021226680019jp.or.paymentsjapan")
                .contains("53033925404128058")
                .contains("62080504A-17")
                .matches(".*6304[0-9A-F]{4}");
    }

    @Test
    void tellsTheAmountAndTheReferenceOfOnePayment() {
        var code = read(STATIC.forPayment(1_280, "A-17").withTerminal("T3").encode());
        assertThat(code.once()).isTrue();
        assertThat(code.yen()).hasValue(1_280);
        assertThat(code.reference()).hasValue("A-17");
        assertThat(code.terminal()).hasValue("T3");
    }

    /** A row is a change of a good code, with a fresh checksum. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            5303392           | 5303156       | WrongCurrency[numeric=156]
            5303392           | ''            | Missing[id=53]
            5303392           | 53033925303392| Repeated[id=53]
            5303392           | 530339a       | WrongForm[id=53]
            5802JP            | 5802CN        | WrongCountry[letters=CN]
            5802JP            | 5802Jp        | WrongForm[id=58]
            54041280          | 54040128      | WrongForm[id=54]
            54041280          | 54041.80      | WrongForm[id=54]
            54041280          | 540412805502  | Malformed[at=113]
            54041280          | 54041280550201| NotSupported[id=55]
            010212            | 010213        | WrongForm[id=01]
            000201            | 000202        | WrongForm[id=00]
            000201010212      | 010212000201  | OutOfPlace[id=00]
            jp.or.paymentsjapan | jp.or.paymentsjapaM | NotJpqr[]
            0113123456789012  | 011312345678901x | WrongForm[id=26]
            5911SHIOMI CAFE   | ''            | Missing[id=59]
            5204              | 5203          | Malformed[at=125]
            62080504A-17      | 62080505A-17  | WrongForm[id=62]
            """, delimiter = '|')
    void saysWhatIsWrongWithACode(String part, String instead, String reason) {
        String good = STATIC.forPayment(1_280, "A-17").encode();
        String text = good.substring(0, good.length() - 8);
        assertThat(text).contains(part);
        String changed = text.replace(part, instead) + "6304";
        assertThat(refusal(changed + Checksum.of(changed))).asString().isEqualTo(reason);
    }

    @Test
    void refusesWhatIsNoPayload() {
        assertThat(refusal("")).isEqualTo(new CodeRefusal.Empty());
        assertThat(refusal("x".repeat(513))).isEqualTo(new CodeRefusal.TooLong(513, 512));
        assertThat(refusal("https://example.com/")).isEqualTo(new CodeRefusal.NoChecksum());
        assertThat(refusal("63041D0F")).isInstanceOf(CodeRefusal.BadChecksum.class);
        String good = STATIC.encode();
        assertThat(refusal(good.substring(0, good.length() - 4) + "0000"))
                .isEqualTo(new CodeRefusal.BadChecksum("0000", good.substring(good.length() - 4)));
        assertThat(refusal(good.toLowerCase(java.util.Locale.ROOT))).isInstanceOf(CodeRefusal.class);
        // The checksum fits, but stands inside object 80.
        String hidden = "0002018008" + "6304";
        assertThat(refusal(hidden + Checksum.of(hidden))).isEqualTo(new CodeRefusal.OutOfPlace("63"));
    }

    @Test
    void everyRefusalHasASentence() {
        for (var refusal : List.of(
                new CodeRefusal.Empty(),
                new CodeRefusal.WrongCurrency("840"),
                new CodeRefusal.BadChecksum("0000", "1D0F"),
                new CodeRefusal.NotSupported("55"))) {
            assertThat(refusal.sentence()).isNotBlank().doesNotEndWith(".");
        }
    }

    @Test
    void refusesToWriteNonsense() {
        assertThatThrownBy(() -> STATIC.forPayment(0, "A")).hasMessageContaining("yen");
        assertThatThrownBy(() -> STATIC.forPayment(1, "x".repeat(26))).hasMessageContaining("additional");
        assertThatThrownBy(() -> STATIC.forPayment(1, "")).hasMessageContaining("1 to 99");
        assertThatThrownBy(() -> MerchantCode.reusable(SHOP, "5812", "潮見", "X")).hasMessageContaining("name");
        assertThatThrownBy(() -> new JpqrShop("1", "0001", "000002", "000003")).hasMessageContaining("13 digits");
        assertThatThrownBy(() -> new LocalName("JA", "a\u0007", Optional.empty()))
                .hasMessageContaining("1 to 25");
    }

    @Test
    void whatIsWrittenIsReadAndEveryCharacterThatIsChangedIsNoticed() {
        long seed = 20_201_125;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            MerchantCode code = random(random);
            String payload = code.encode();
            assertThat(read(payload)).as("seed %d: %s", seed, payload).isEqualTo(code);
            int[] characters = payload.codePoints().toArray();
            for (int at = 0; at < characters.length; at++) {
                int kept = characters[at];
                characters[at] = other(random, kept);
                String damaged = new String(characters, 0, characters.length);
                characters[at] = kept;
                assertThat(MerchantCode.read(damaged))
                        .as("seed %d: %s", seed, damaged)
                        .isInstanceOf(MerchantReading.Refused.class);
            }
        }
    }

    private static MerchantCode random(Random random) {
        var shop = new JpqrShop(digits(random, 13), digits(random, 4), digits(random, 6), digits(random, 6));
        var code = MerchantCode.reusable(shop, digits(random, 4), plain(random, 25), plain(random, 15));
        if (random.nextBoolean()) {
            code = code.forPayment(1 + random.nextLong(9_999_999), plain(random, 25));
        }
        if (random.nextBoolean()) {
            code = code.withPostalCode(digits(random, 7));
        }
        if (random.nextBoolean()) {
            var city = random.nextBoolean() ? Optional.of("東京") : Optional.<String>empty();
            code = code.withLocalName(new LocalName("JA", "𠮷野家族食堂".substring(0, 2 + random.nextInt(5)), city));
        }
        return random.nextBoolean() ? code.withTerminal(digits(random, 5)) : code;
    }

    private static String digits(Random random, int length) {
        return random.ints(length, '0', '9' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String plain(Random random, int most) {
        return "x"
                + random.ints(random.nextInt(most), ' ', '~' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    /** Another character of as many bytes, so that the change is no longer than the checksum is sure to see. */
    private static int other(Random random, int character) {
        if (character > '~') {
            return character ^ (1 + random.nextInt(15));
        }
        int other = ' ' + random.nextInt('~' - ' ' + 1);
        return other == character ? other(random, character) : other;
    }

    private static MerchantCode read(String payload) {
        return ((MerchantReading.Read) MerchantCode.read(payload)).code();
    }

    private static CodeRefusal refusal(String payload) {
        return ((MerchantReading.Refused) MerchantCode.read(payload)).reason();
    }
}
