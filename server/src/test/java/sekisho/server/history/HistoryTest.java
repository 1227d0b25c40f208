package sekisho.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import sekisho.gateway.AccountEntry;
import sekisho.gateway.AccountHistory;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletId;
import sekisho.server.database.Database;
import sekisho.server.database.TestDatabase;
import sekisho.server.projection.Lived;
import sekisho.server.projection.Mix;
import sekisho.server.projection.Rebuild;

/** The read side against histories read from the log itself. */
final class HistoryTest {
    private static final long SEED = 1_234;
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    static Path home;

    private static Database database;
    private static JdbcClient jdbc;
    private static Entries entries;
    private static List<AccountHistory> histories;

    @BeforeAll
    static void project() throws Exception {
        database = Database.open(TestDatabase.empty());
        try (var lived = new Lived(home, SEED)) {
            lived.live(60);
            lived.stream(500);
            lived.rest();
        }
        Rebuild.run(home, database, _ -> {});
        jdbc = JdbcClient.create(new SingleConnectionDataSource(database.connect("test"), true));
        entries = new Entries(jdbc);
        histories = new ArrayList<>();
        for (int wallet = 1; wallet <= 3; wallet++) {
            for (Currency currency : List.of(Currency.JPY, Mix.XTS)) {
                read(AccountKey.wallet(BookId.FIRST, new WalletId(wallet), currency));
            }
        }
        read(AccountKey.bank(BookId.FIRST, AccountKind.SETTLEMENT, new BankId(1), Currency.JPY));
        read(AccountKey.house(BookId.FIRST, AccountKind.FEES, Currency.JPY));
    }

    private static void read(AccountKey account) {
        histories.add(AccountHistory.read(home, account));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<BookedEntry> allPages(AccountKey account, EntryFilter filter, int limit) {
        var all = new ArrayList<BookedEntry>();
        long cursor = 0;
        do {
            var page = entries.page(account, filter, cursor, limit);
            assertThat(page.entries().size()).isLessThanOrEqualTo(limit);
            all.addAll(page.entries());
            cursor = page.next();
        } while (cursor != 0);
        return all;
    }

    @Test
    void pagesHoldEveryEntryOnceNewestFirst() {
        for (AccountHistory history : histories) {
            var paged = allPages(history.account(), EntryFilter.ALL, 7);
            assertThat(paged)
                    .isSortedAccordingTo(
                            Comparator.comparingLong(BookedEntry::sequence).reversed());
            assertThat(paged.reversed()).zipSatisfy(history.entries(), HistoryTest::same);
            assertThat(allPages(history.account(), EntryFilter.ALL, 1_000)).isEqualTo(paged);
        }
        assertThat(histories.getFirst().entries()).hasSizeGreaterThan(100);
    }

    private static void same(BookedEntry found, AccountEntry read) {
        assertThat(found.account()).isEqualTo(read.entry().account());
        assertThat(found.sequence()).isEqualTo(read.entry().sequence());
        assertThat(found.kind()).isEqualTo(read.entry().kind());
        assertThat(found.side()).isEqualTo(read.entry().side());
        assertThat(found.amount()).isEqualTo(read.entry().amount());
        assertThat(found.balance()).isEqualTo(read.entry().balance());
        assertThat(found.position()).isEqualTo(read.position());
        assertThat(found.bookedAt().toEpochMilli()).isEqualTo(read.bookedAt());
        assertThat(found.effectiveAt().toEpochMilli()).isEqualTo(read.effectiveAt());
        assertThat(found.outcome() == null).isEqualTo(read.request() == null);
        assertThat(found.counterpart()).isNotEqualTo(found.account());
    }

    @Test
    void filtersHoldWhatTheySay() {
        var random = new SplittableRandom(SEED);
        for (AccountHistory history : histories) {
            var all = allPages(history.account(), EntryFilter.ALL, 1_000);
            if (all.isEmpty()) {
                continue;
            }
            for (int i = 0; i < 20; i++) {
                var some = all.get(random.nextInt(all.size()));
                var other = all.get(random.nextInt(all.size()));
                long least = random.nextInt(300);
                long most = least + random.nextInt(3_000);
                Instant from = some.bookedAt().plusMillis(random.nextInt(3) - 1);
                Instant to = other.bookedAt().plusMillis(random.nextInt(3) - 1);
                var kinds = EnumSet.of(some.kind(), other.kind());
                check(
                        history,
                        all,
                        EntryFilter.ALL.withPeriod(from, to),
                        it -> !it.bookedAt().isBefore(from) && it.bookedAt().isBefore(to));
                check(
                        history,
                        all,
                        EntryFilter.ALL.withPeriod(from, null),
                        it -> !it.bookedAt().isBefore(from));
                check(
                        history,
                        all,
                        EntryFilter.ALL.withKinds(kinds).withAmounts(least, most),
                        it -> kinds.contains(it.kind()) && it.amount() >= least && it.amount() <= most);
                check(
                        history,
                        all,
                        EntryFilter.ALL.withOperation(some.operation()),
                        it -> it.operation().equals(some.operation()));
                if (some.outcome() != null) {
                    check(
                            history,
                            all,
                            EntryFilter.ALL.withOutcomes(Set.of(some.outcome())),
                            it -> it.outcome() == some.outcome());
                }
            }
        }
    }

    private static void check(
            AccountHistory history,
            List<BookedEntry> all,
            EntryFilter filter,
            java.util.function.Predicate<BookedEntry> wanted) {
        assertThat(allPages(history.account(), filter, 5))
                .as("%s", filter)
                .isEqualTo(all.stream().filter(wanted).toList());
    }

    @Test
    void aPastBalanceIsWhatTheLogSays() {
        for (AccountHistory history : histories) {
            var times = new HashSet<Long>(Set.of(0L));
            for (AccountEntry entry : history.entries()) {
                times.addAll(
                        List.of(entry.bookedAt(), entry.bookedAt() - 1, entry.effectiveAt(), entry.effectiveAt() - 1));
            }
            times.stream().sorted().limit(200).forEach(at -> {
                Instant instant = Instant.ofEpochMilli(at);
                assertThat(entries.balanceAt(history.account(), instant, Entries.Time.BOOKED))
                        .isEqualTo(history.balanceAt(at, AccountHistory.Time.BOOKED));
                assertThat(entries.balanceAt(history.account(), instant, Entries.Time.EFFECTIVE))
                        .isEqualTo(history.balanceAt(at, AccountHistory.Time.EFFECTIVE));
            });
        }
    }

    @Test
    void aStatementRunsFromItsOpeningToItsClosingBalance() {
        for (AccountHistory history : histories) {
            var posted = history.entries().stream()
                    .filter(it -> it.entry().kind() == EntryKind.POSTED)
                    .toList();
            if (posted.size() < 4) {
                continue;
            }
            Instant from = Instant.ofEpochMilli(posted.get(posted.size() / 4).bookedAt());
            Instant to = Instant.ofEpochMilli(posted.get(3 * posted.size() / 4).bookedAt());
            var lines = new ArrayList<BookedEntry>();
            Statement statement;
            long cursor = 0;
            do {
                statement = entries.statement(history.account(), from, to, cursor, 9);
                lines.addAll(statement.entries());
                cursor = statement.next();
            } while (cursor != 0);
            assertThat(statement.opening())
                    .isEqualTo(history.balanceAt(from.toEpochMilli() - 1, AccountHistory.Time.BOOKED));
            assertThat(statement.closing())
                    .isEqualTo(history.balanceAt(to.toEpochMilli() - 1, AccountHistory.Time.BOOKED));
            assertThat(lines)
                    .zipSatisfy(
                            posted.stream()
                                    .filter(it ->
                                            it.bookedAt() >= from.toEpochMilli() && it.bookedAt() < to.toEpochMilli())
                                    .toList(),
                            HistoryTest::same);
            assertThat(lines.isEmpty() ? statement.opening() : lines.getLast().balance())
                    .isEqualTo(statement.closing());
            var whole = entries.statement(history.account(), EVER, NEVER, 0, 1_000);
            assertThat(whole.opening()).isZero();
            assertThat(whole.closing()).isEqualTo(posted.getLast().entry().balance());
        }
    }

    @Test
    void whatIsNotThereIsEmpty() {
        var nobody = AccountKey.wallet(BookId.FIRST, new WalletId(987_654), Currency.JPY);
        assertThat(entries.page(nobody, EntryFilter.ALL, 0, 10).entries()).isEmpty();
        assertThat(entries.balanceAt(nobody, Instant.now(), Entries.Time.EFFECTIVE))
                .isZero();
        assertThat(entries.statement(nobody, EVER, NEVER, 0, 10).closing()).isZero();
        var accounts = new Accounts(jdbc, BookId.FIRST);
        assertThat(accounts.find(nobody)).isEmpty();
        assertThat(accounts.of(AccountKind.WALLET, 987_654)).isEmpty();
        assertThat(new Holders(jdbc, BookId.FIRST).wallet(new WalletId(987_654)))
                .isEmpty();
        assertThat(new Links(jdbc).ofWallet(new WalletId(987_654))).isEmpty();
        assertThat(new Links(jdbc).find(new OperationId(1, 2))).isEmpty();
        assertThat(new Payments(jdbc).find(new OperationId(1, 2))).isEmpty();
        assertThat(new Instructions(jdbc).find(new OperationId(1, 2))).isEmpty();
        assertThat(new BankStates(jdbc, BookId.FIRST).find(new BankId(9_999))).isEmpty();
        assertThat(new Answers(jdbc).find(new ClientId(7), RequestId.of(1, 2, 3)))
                .isEmpty();
        assertThat(new Answers(jdbc).lastOfStream(new ClientId(7), 1)).isZero();
        assertThatThrownBy(() -> entries.page(nobody, EntryFilter.ALL, 0, 1_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyWalletsAreLookedUpAtOnce() {
        var holders = new Holders(jdbc, BookId.FIRST);
        var accounts = new Accounts(jdbc, BookId.FIRST);
        var wallets = List.of(3L, 1L, 987_654L, 2L, 1L);
        assertThat(holders.many(AccountKind.WALLET, wallets))
                .extracting(HolderState::holder)
                .containsExactly(1L, 2L, 3L);
        assertThat(accounts.ofMany(AccountKind.WALLET, wallets))
                .extracting(it -> it.account().owner())
                .isSorted()
                .contains(1L, 2L, 3L);
        assertThat(accounts.of(AccountKind.WALLET, 1))
                .allSatisfy(it -> assertThat(accounts.find(it.account())).contains(it));
        assertThat(holders.changes(AccountKind.WALLET, 1, 100).getLast())
                .isEqualTo(holders.wallet(new WalletId(1)).orElseThrow());
    }

    @Test
    void openInstructionsAreFoundByBankOperationAndStatus() {
        var instructions = new Instructions(jdbc);
        var open = instructions.open(null, null, null, 1_000);
        assertThat(open)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.status().open()).isTrue());
        for (InstructionStatus status : InstructionStatus.values()) {
            for (BankOperation operation : List.of(BankOperation.TOP_UPS, BankOperation.CASH_OUTS)) {
                for (int bank = 1; bank <= Mix.BANKS; bank++) {
                    var id = new BankId(bank);
                    var wanted = open.stream()
                            .filter(it -> it.status() == status
                                    && it.operation() == operation
                                    && it.bank().equals(id))
                            .toList();
                    assertThat(instructions.open(id, operation, status, 1_000)).isEqualTo(wanted);
                    assertThat(instructions.countOpen().stream()
                                    .filter(it -> it.status() == status
                                            && it.operation() == operation
                                            && it.bank().equals(id))
                                    .mapToLong(InstructionCount::count)
                                    .sum())
                            .isEqualTo(wanted.size());
                }
            }
        }
        var ofWallet = instructions.ofWallet(open.getFirst().wallet(), Long.MAX_VALUE, 1_000);
        assertThat(ofWallet).contains(open.getFirst());
        assertThat(instructions.changes(open.getFirst().instruction()).getLast())
                .isEqualTo(open.getFirst());
    }

    @Test
    void aPaymentsChangesAreItsAuthorisationCaptureAndRefunds() {
        var payments = new Payments(jdbc);
        var refunded = jdbc.sql("select payment from projection.payment_changes where outcome = 19 limit 1")
                .query((row, _) -> Columns.operation(row, "payment"))
                .single();
        var changes = payments.changes(refunded);
        var state = payments.find(refunded).orElseThrow();
        assertThat(state.refunded())
                .isPositive()
                .isEqualTo(changes.stream()
                        .filter(it -> it.outcome() == OutcomeKind.PAYMENT_REFUNDED)
                        .mapToLong(it -> it.amount().minorUnits())
                        .sum());
        assertThat(state.begunAt()).isEqualTo(changes.getFirst().changedAt());
    }

    @Test
    void theSwitchesOfABankAreTold() {
        var banks = new BankStates(jdbc, BookId.FIRST);
        assertThat(banks.all()).hasSizeGreaterThanOrEqualTo(Mix.BANKS);
        var changes = banks.changes(new BankId(1), 1_000);
        assertThat(changes).hasSizeGreaterThan(3);
        var state = banks.find(new BankId(1)).orElseThrow();
        for (BankOperation operation : BankOperation.values()) {
            assertThat(changes.stream()
                            .filter(it -> it.operation() == operation)
                            .findFirst())
                    .contains(state.of(operation));
        }
    }
}
