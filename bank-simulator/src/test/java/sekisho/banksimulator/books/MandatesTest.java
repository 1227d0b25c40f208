package sekisho.banksimulator.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MandatesTest {
    private static final String ACCOUNT = "a".repeat(32);
    private static final String FIRST = "1".repeat(32);
    private static final String SECOND = "2".repeat(32);
    private static final String REFERENCE = "9".repeat(32);

    @TempDir
    Path folder;

    @Test
    void moneyMovesUnderAMandateUntilItEnds() {
        try (var books = opened()) {
            assertThat(books.mandate(FIRST, ACCOUNT, "sekisho", REFERENCE)).isTrue();
            assertThat(books.mandate(FIRST, ACCOUNT, "sekisho", REFERENCE)).isFalse();
            assertThat(done(books, "sekisho", 1, FIRST)).isEqualTo(new Verdict.Settled(1));
            assertThat(books.account(ACCOUNT).orElseThrow().balance()).isEqualTo(900);
            assertThat(books.endMandate(FIRST, EndedBy.CUSTOMER).orElseThrow().end())
                    .satisfies(end -> assertThat(end.number()).isEqualTo(1));
            assertThat(done(books, "sekisho", 2, FIRST)).isEqualTo(new Verdict.Declined(DeclineCode.MANDATE_ENDED));
            assertThat(books.account(ACCOUNT).orElseThrow().balance()).isEqualTo(900);
        }
    }

    @Test
    void aMandateIsOfOneOperatorOnly() {
        try (var books = opened()) {
            assertThat(books.mandate(FIRST, ACCOUNT, "sekisho", REFERENCE)).isTrue();
            assertThat(done(books, "another", 1, FIRST)).isEqualTo(new Verdict.Declined(DeclineCode.ACCOUNT_NOT_FOUND));
        }
    }

    @Test
    void thereIsNoMandateOnWhatIsClosedOrAbsent() {
        try (var books = opened()) {
            assertThat(books.mandate(FIRST, "b".repeat(32), "sekisho", REFERENCE))
                    .isFalse();
            assertThat(books.close(ACCOUNT)).isTrue();
            assertThat(books.mandate(FIRST, ACCOUNT, "sekisho", REFERENCE)).isFalse();
            assertThat(books.endMandate(FIRST, EndedBy.BANK)).isEmpty();
        }
    }

    @Test
    void whatIsWrittenDownIsKnownAfterAStart() {
        Path file = folder.resolve("0821.journal");
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            assertThat(books.open(ACCOUNT, "シオミ", "JPY", 1_000)).isTrue();
            assertThat(books.mandate(FIRST, ACCOUNT, "sekisho", REFERENCE)).isTrue();
            assertThat(books.mandate(SECOND, ACCOUNT, "sekisho", REFERENCE)).isTrue();
            assertThat(books.endMandate(SECOND, EndedBy.OPERATOR)).isPresent();
            assertThat(books.endMandate(FIRST, EndedBy.CUSTOMER)).isPresent();
        }
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            assertThat(books.mandates(ACCOUNT)).extracting(Mandate::token).containsExactly(FIRST, SECOND);
            assertThat(books.endedMandates("sekisho", 0, 10))
                    .extracting(Mandate::token)
                    .containsExactly(SECOND, FIRST);
            assertThat(books.endedMandates("sekisho", 1, 10))
                    .extracting(Mandate::token)
                    .containsExactly(FIRST);
            assertThat(books.endedMandates("another", 0, 10)).isEmpty();
            assertThat(done(books, "sekisho", 1, FIRST)).isEqualTo(new Verdict.Declined(DeclineCode.MANDATE_ENDED));
        }
    }

    private static BankBooks opened() {
        var books = BankBooks.inMemory(InstantSource.system());
        assertThat(books.open(ACCOUNT, "シオミ", "JPY", 1_000)).isTrue();
        return books;
    }

    private static Verdict done(BankBooks books, String operator, int key, String account) {
        var order = new Order(operator, "%032x".formatted(key), Direction.DEBIT, account, 100, "JPY");
        return books.take(order).orElseGet(() -> books.carryOut(order));
    }
}
