package sekisho.bank.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.redirect.Statement;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.BankResult;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Purpose;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** The bytes that banks sign, written a second time from docs/bank-redirect.md, are those that the engine checks. */
final class StatementBytesTest {
    private static final List<Purpose> PURPOSES = List.of(Purpose.values());
    private static final long SEED = 20261126;

    @Test
    void theBanksBytesAreTheEnginesForAnyValues() {
        var random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            BankResult result = next(random);
            assertThat(statement(result).canonical())
                    .as("seed %d, number %d", SEED, i)
                    .isEqualTo(result.canonical());
        }
    }

    @Test
    void wordsAndNumbersOfPurposesAndAnswersAreTheSameOnBothSides() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(StatementPurpose.of(StatementReader.word(purpose)).code())
                    .isEqualTo(purpose.code());
        }
        assertThat(StatementPurpose.values()).hasSameSizeAs(Purpose.values());
        for (BankAnswer answer : BankAnswer.values()) {
            assertThat(StatementAnswer.valueOf(answer.name()).code()).isEqualTo(answer.code());
        }
        assertThat(StatementAnswer.values()).hasSameSizeAs(BankAnswer.values());
    }

    private static BankResult next(Random random) {
        Purpose purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        var answers = java.util.Arrays.stream(BankAnswer.values())
                .filter(answer -> answer.answers(purpose))
                .toList();
        return new BankResult(
                new BookId(random.nextInt(1, 0x10000)),
                new BankId(random.nextInt(1, 10_000)),
                random.nextInt(1, 0x10000),
                new WalletId(random.nextLong() >>> 1 | 1),
                Terms.token(random),
                new OperationId(random.nextLong(), random.nextLong()),
                Terms.token(random),
                Terms.token(random),
                Terms.token(random),
                purpose,
                answers.get(random.nextInt(answers.size())),
                random.nextLong());
    }

    private static Statement statement(BankResult result) {
        return new Statement(
                new sekisho.banksimulator.books.StatementTerms(
                        hex(result.book().value()),
                        hex(result.bank().code()),
                        result.key(),
                        hex(result.wallet().value()),
                        hex(result.person()),
                        hex(result.link().high()) + hex(result.link().low()),
                        hex(result.session()),
                        hex(result.nonce())),
                hex(result.account()),
                StatementPurpose.of(StatementReader.word(result.purpose())),
                StatementAnswer.valueOf(result.answer().name()),
                result.expires());
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static String hex(Token token) {
        return hex(token.high()) + hex(token.low());
    }
}
