package sekisho.formats.japanpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JapanPostTest {

    @ParameterizedTest
    @CsvSource({
        "14030, 12345671, 408, ORDINARY, 1234567",
        "15150, 21111111, 518, ORDINARY, 2111111",
        "14080, 12712721, 408, ORDINARY, 1271272",
        "16150, 12233411, 618, ORDINARY, 1223341",
        "00580, 654321, 059, CURRENT, 0654321",
        "00160, 100001, 019, CURRENT, 0100001",
    })
    void convertsBothWays(String symbol, String number, String branch, AccountType type, String account) {
        var expected = new Conversion.Converted(
                new SymbolAndNumber(symbol, number), new BranchAndAccount(branch, type, account));
        assertThat(JapanPost.ofSymbol(symbol, number)).isEqualTo(expected);
        assertThat(JapanPost.ofBranch(branch, account)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10530, 12345671, CHECK_DIGIT_WRONG",
        "10540, 12045071, CHECK_DIGIT_WRONG",
        "14040, 12345671, CHECK_DIGIT_WRONG",
        "14030, 12345681, CHECK_DIGIT_WRONG",
        "1403, 12345671, SYMBOL_NOT_FIVE_DIGITS",
        "140300, 12345671, SYMBOL_NOT_FIVE_DIGITS",
        "14o30, 12345671, SYMBOL_NOT_FIVE_DIGITS",
        "24030, 12345671, SYMBOL_OF_NO_KIND",
        "14031, 12345671, SYMBOL_NOT_ENDING_IN_ZERO",
        "14030, 12345672, NUMBER_NOT_ORDINARY",
        "14030, 123456711, NUMBER_NOT_ORDINARY",
        "14030, 1, NUMBER_NOT_ORDINARY",
        "14030, 00000001, NUMBER_ZERO",
        "14030, -2345671, NUMBER_NOT_ORDINARY",
        "00580, 7654321, NUMBER_NOT_CURRENT",
        "00580, 0, NUMBER_ZERO",
    })
    void saysWhatIsWrongWithASymbolAndNumber(String symbol, String number, ConversionRefusal reason) {
        assertThat(JapanPost.ofSymbol(symbol, number)).isEqualTo(new Conversion.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 1234567, BRANCH_NOT_THREE_DIGITS",
        "407, 1234567, BRANCH_OF_NO_KIND",
        "408, 123456, ACCOUNT_NOT_SEVEN_DIGITS",
        "408, 12345678, ACCOUNT_NOT_SEVEN_DIGITS",
        "408, 0000000, ACCOUNT_ZERO",
        "059, 0000000, ACCOUNT_ZERO",
        "059, 1234567, ACCOUNT_NOT_CURRENT",
    })
    void saysWhatIsWrongWithABranchAndAccount(String branch, String account, ConversionRefusal reason) {
        assertThat(JapanPost.ofBranch(branch, account)).isEqualTo(new Conversion.Refused(reason));
    }

    @Test
    void namesThePartThatIsWrong() {
        for (ConversionRefusal reason : ConversionRefusal.values()) {
            assertThat(reason.sentence())
                    .contains(
                            reason.part() == Part.ACCOUNT
                                    ? "account number"
                                    : reason.part().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void acceptsFullWidthDigitsAndBlanks() {
        assertThat(JapanPost.ofSymbol(" １４０３０", "１２３４５６７１ ")).isEqualTo(JapanPost.ofSymbol("14030", "12345671"));
    }

    @Test
    void everyAccountComesBackAndOneMistypedDigitIsSeen() {
        long seed = 20_200_903;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String branch = "%02d".formatted(random.nextInt(100)) + (random.nextBoolean() ? "8" : "9");
            int most = branch.endsWith("8") ? 9_999_999 : 999_999;
            String account = "%07d".formatted(1 + random.nextInt(most));
            var there = (Conversion.Converted) JapanPost.ofBranch(branch, account);
            assertThat(JapanPost.ofSymbol(there.own().symbol(), there.own().number()))
                    .as("seed %d: %s %s", seed, branch, account)
                    .isEqualTo(there);
            var mistyped = new StringBuilder(there.own().symbol());
            mistyped.setCharAt(3, (char) ('0' + (mistyped.charAt(3) - '0' + 1 + random.nextInt(9)) % 10));
            assertThat(JapanPost.ofSymbol(mistyped.toString(), there.own().number()))
                    .isEqualTo(new Conversion.Refused(ConversionRefusal.CHECK_DIGIT_WRONG));
        }
    }
}
