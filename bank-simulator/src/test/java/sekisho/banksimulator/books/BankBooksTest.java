package sekisho.banksimulator.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BankBooksTest {
    private static final String CUSTOMER = "a".repeat(32);
    private static final String OPERATOR = "sekisho";
    private static final String SETTLEMENT = BankBooks.settlement(OPERATOR, "JPY");

    @TempDir
    Path folder;

    @Test
    void movesMoneyOnceBetweenCustomerAndOperator() {
        try (var books = opened()) {
            assertThat(books.take(debit(1, 400))).isEmpty();
            assertThat(books.carryOut(debit(1, 400))).isEqualTo(new Verdict.Settled(1));
            assertThat(books.take(debit(1, 400))).hasValue(new Verdict.Settled(1));
            assertThat(books.take(credit(2, 150))).isEmpty();
            assertThat(books.carryOut(credit(2, 150))).isEqualTo(new Verdict.Settled(2));
            assertBalances(books, 750, 250);
            assertThat(books.statement(CUSTOMER, 0, 10))
                    .extracting(StatementEntry::amount, StatementEntry::balance, StatementEntry::key)
                    .containsExactly(tuple(1_000L, 1_000L, ""), tuple(-400L, 600L, key(1)), tuple(150L, 750L, key(2)));
            assertThat(books.statement(SETTLEMENT, 1, 10))
                    .extracting(StatementEntry::amount)
                    .containsExactly(-150L);
            assertThat(books.statement(SETTLEMENT, 5, 10)).isEmpty();
        }
    }

    @Test
    void declinesWhatCannotBePaid() {
        try (var books = opened()) {
            assertThat(done(books, debit(1, 1_001))).isEqualTo(declined(DeclineCode.INSUFFICIENT_FUNDS));
            assertThat(done(books, credit(2, 1))).isEqualTo(declined(DeclineCode.INSUFFICIENT_FUNDS));
            assertThat(done(books, new Order(OPERATOR, key(3), Direction.DEBIT, "b".repeat(32), 1, "JPY")))
                    .isEqualTo(declined(DeclineCode.ACCOUNT_NOT_FOUND));
            assertThat(done(books, new Order(OPERATOR, key(4), Direction.DEBIT, CUSTOMER, 1, "USD")))
                    .isEqualTo(declined(DeclineCode.CURRENCY_NOT_HELD));
            assertThat(books.close(CUSTOMER)).isTrue();
            assertThat(done(books, debit(5, 1))).isEqualTo(declined(DeclineCode.ACCOUNT_CLOSED));
            assertThat(done(books, debit(1, 1_001))).isEqualTo(declined(DeclineCode.INSUFFICIENT_FUNDS));
            assertBalances(books, 1_000, 0);
        }
    }

    @Test
    void theSameKeyWithOtherContentsIsAConflict() {
        try (var books = opened()) {
            assertThat(done(books, debit(1, 400))).isInstanceOf(Verdict.Settled.class);
            assertThat(books.take(debit(1, 401))).hasValue(new Verdict.Conflict());
            assertThat(books.take(credit(1, 400))).hasValue(new Verdict.Conflict());
            assertThat(books.enquire(debit(1, 401))).isEqualTo(new Verdict.Conflict());
            assertBalances(books, 600, 400);
        }
    }

    @Test
    void keysBelongToTheirOperator() {
        try (var books = opened()) {
            assertThat(done(books, debit(1, 400))).isEqualTo(new Verdict.Settled(1));
            assertThat(done(books, new Order("other", key(1), Direction.DEBIT, CUSTOMER, 100, "JPY")))
                    .isEqualTo(new Verdict.Settled(2));
        }
    }

    @Test
    void anEnquiryAboutAKeyThatNeverCameClosesIt() {
        try (var books = opened()) {
            assertThat(books.enquire(debit(1, 400))).isEqualTo(new Verdict.NeverReceived());
            assertThat(books.take(debit(1, 400))).hasValue(declined(DeclineCode.KEY_CLOSED));
            assertThat(books.enquire(debit(1, 400))).isEqualTo(new Verdict.NeverReceived());
            assertThat(books.take(debit(1, 5))).hasValue(new Verdict.Conflict());
            assertBalances(books, 1_000, 0);
        }
    }

    @Test
    void anOrderThatWasTakenIsInProgressUntilItIsCarriedOut() {
        try (var books = opened()) {
            assertThat(books.take(debit(1, 400))).isEmpty();
            assertThat(books.take(debit(1, 400))).hasValue(new Verdict.InProgress());
            assertThat(books.enquire(debit(1, 400))).isEqualTo(new Verdict.InProgress());
            assertThat(books.refuse(debit(1, 400), DeclineCode.REFUSED)).isEqualTo(declined(DeclineCode.REFUSED));
            assertThatThrownBy(() -> books.carryOut(debit(1, 400))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void remembersEverythingItSaid() {
        Path file = folder.resolve("0001.journal");
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            books.open(CUSTOMER, "ヤマダ　タロウ", "JPY", 1_000);
            done(books, debit(1, 400));
            done(books, debit(2, 1_000));
            books.enquire(debit(3, 5));
            // Taken and never answered: not a fact.
            books.take(debit(4, 6));
        }
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            assertThat(books.open(CUSTOMER, "ヤマダ　タロウ", "JPY", 1_000)).isFalse();
            assertBalances(books, 600, 400);
            assertThat(books.enquire(debit(1, 400))).isEqualTo(new Verdict.Settled(1));
            assertThat(books.enquire(debit(2, 1_000))).isEqualTo(declined(DeclineCode.INSUFFICIENT_FUNDS));
            assertThat(books.take(debit(3, 5))).hasValue(declined(DeclineCode.KEY_CLOSED));
            assertThat(books.enquire(debit(4, 6))).isEqualTo(new Verdict.NeverReceived());
            assertThat(done(books, debit(5, 1))).isEqualTo(new Verdict.Settled(2));
            assertThat(books.statement(CUSTOMER, 0, 10)).hasSize(3);
        }
    }

    @Test
    void cutsOffALastLineThatIsNotWholeAndRefusesADamagedOne() throws IOException {
        Path file = folder.resolve("0001.journal");
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            books.open(CUSTOMER, "ヤマダ", "JPY", 1_000);
            done(books, debit(1, 400));
        }
        byte[] whole = Files.readAllBytes(file);
        for (String torn : List.of("1234", "12345678\tsettled\t1", "12345678\tsettled\t1\n")) {
            Files.write(file, whole);
            Files.writeString(file, torn, StandardOpenOption.APPEND);
            try (var books = BankBooks.inFile(InstantSource.system(), file)) {
                assertBalances(books, 600, 400);
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
        byte[] damaged = whole.clone();
        damaged[15] ^= 1;
        Files.write(file, damaged);
        assertThatThrownBy(() -> BankBooks.inFile(InstantSource.system(), file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged at byte 0");
    }

    @Test
    void manyAtOnceShareTheirSyncsAndLoseNothing() {
        Path file = folder.resolve("0001.journal");
        try (var books = BankBooks.inFile(InstantSource.system(), file);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            books.open(CUSTOMER, "ヤマダ", "JPY", 1_000);
            for (int i = 0; i < 500; i++) {
                int number = i;
                var _ = threads.submit(() -> done(books, debit(number, 1)));
            }
        }
        try (var books = BankBooks.inFile(InstantSource.system(), file)) {
            assertBalances(books, 500, 500);
        }
    }

    private static BankBooks opened() {
        var books = BankBooks.inMemory(InstantSource.system());
        books.open(CUSTOMER, "ヤマダ", "JPY", 1_000);
        return books;
    }

    private static Verdict done(BankBooks books, Order order) {
        return books.take(order).orElseGet(() -> books.carryOut(order));
    }

    private static void assertBalances(BankBooks books, long customer, long operator) {
        assertThat(books.account(CUSTOMER).orElseThrow().balance()).isEqualTo(customer);
        assertThat(books.account(SETTLEMENT).map(Account::balance).orElse(0L)).isEqualTo(operator);
    }

    private static Verdict declined(DeclineCode reason) {
        return new Verdict.Declined(reason);
    }

    private static Order debit(int number, long amount) {
        return new Order(OPERATOR, key(number), Direction.DEBIT, CUSTOMER, amount, "JPY");
    }

    private static Order credit(int number, long amount) {
        return new Order(OPERATOR, key(number), Direction.CREDIT, CUSTOMER, amount, "JPY");
    }

    private static String key(int number) {
        return "%032x".formatted(number);
    }
}
