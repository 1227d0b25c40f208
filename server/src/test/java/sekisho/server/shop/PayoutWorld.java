package sekisho.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.AccountToken;
import sekisho.bank.BankConnector;
import sekisho.bank.instant.InstantConnector;
import sekisho.bank.instant.InstantSettings;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.CallRecord;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Money;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Refused;
import sekisho.server.banking.BankWorker;
import sekisho.server.banking.BankingSettings;
import sekisho.server.banking.BankingSurroundings;
import sekisho.server.banking.BreakerSettings;
import sekisho.server.banking.LogOpenInstructions;
import sekisho.server.banking.MerchantAccounts;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.live.LiveFeed;
import sekisho.server.projection.Positions;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient.Shown;

/** A shop with takings and an account at a simulated bank that nobody else uses, and who brings payouts there. Owner: one thread. */
final class PayoutWorld implements AutoCloseable {
    static final long TAKEN = 4_000;

    private static final String API_KEY = "an-operators-secret";
    private static final int FIRST = 601;
    private static final int BANKS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger NEXT = new AtomicInteger(FIRST);
    private static final long OURS = 1_000_000;

    private final RunningServer running;
    private final BankSimulator simulator;
    private final BankId bank = new BankId(NEXT.getAndIncrement());
    private final AccountToken account =
            new AccountToken(bank.code(), ThreadLocalRandom.current().nextLong());
    private final Counter counter;
    private final LogOpenInstructions open;

    PayoutWorld(RunningServer running, BankSimulator simulator) {
        this.running = running;
        this.simulator = simulator;
        this.open = new LogOpenInstructions(running.home());
        accept(new BankCommand.Register(bank));
        this.counter = Counter.open(running, bank);
        assertThat(books().open(account.hex(), "ムギブエベーカリー", "JPY", 0)).isTrue();
        assertThat(books().open(BankBooks.settlement("sekisho", "JPY"), "SEKISHO", "JPY", OURS))
                .isTrue();
        Person customer = Person.customer(running.server());
        customer.topUp(customer.link(bank), TAKEN);
        accept(new PaymentCommand.Pay(customer.wallet(), counter.shop().id(), Money.yen(TAKEN), 0));
    }

    static BankSimulator simulator() {
        return BankSimulator.start(SimulatorSettings.of(
                "the-directors-secret",
                List.of(new Operator("sekisho", API_KEY)),
                IntStream.range(FIRST, FIRST + BANKS)
                        .mapToObj(code -> BankDefinition.of("%04d".formatted(code), "bank " + code))
                        .toList()));
    }

    /** Says which account is the shop's. */
    PayoutWorld confirmed() {
        assertThat(running.server()
                        .part(MerchantAccounts.class)
                        .give(counter.shop().id(), bank, account))
                .isTrue();
        return this;
    }

    Counter counter() {
        return counter;
    }

    BankId bank() {
        return bank;
    }

    SimulatedBank simulated() {
        return simulator.bank(code());
    }

    BankConnector connector() {
        return new InstantConnector(InstantSettings.of(bank, simulator.address(code()), API_KEY));
    }

    /** Asks for a payout on the page; the answer. */
    Shown ask(long yen) {
        Shown page = counter.owner().web().get("/shop/payout");
        return ask(page, page.value("request"), yen);
    }

    Shown ask(Shown page, String request, long yen) {
        return counter.owner()
                .web()
                .post(page, "/shop/payout", Map.of("request", request, "amount", Long.toString(yen)));
    }

    String page() {
        return counter.owner().web().get("/shop/payout").html();
    }

    /** A payout as it was noted, with nothing done about it. */
    UUID noted(long yen) {
        var id = gateway().newId();
        payouts().note(id, new Shopkeeper(counter.owner().id(), counter.shop(), Role.OWNER), bank, yen);
        return Payouts.uuid(id);
    }

    /** The row of a payout, as whoever takes it sees it. */
    WaitingPayout row(UUID id) {
        sql("update shop.payouts set next_at = now() - interval '1 second' where id = '" + id + "'");
        return payouts().take(bank, 100).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    PayoutLedger ledger() {
        return running.server().part(PayoutLedger.class);
    }

    Payouts payouts() {
        return running.server().part(Payouts.class);
    }

    /** Who brings payouts to banks, until closed: like a server that starts, and one that is stopped. */
    record Couriers(BankWorker worker, PayoutCourier courier) implements AutoCloseable {
        @Override
        public void close() {
            courier.close();
            worker.close();
        }
    }

    Couriers couriers(BankConnector... connectors) {
        var gateway = gateway();
        var surroundings = new BankingSurroundings(
                running.home(),
                gateway,
                open,
                running.server().part(StoredLinkedAccounts.class),
                new SimpleMeterRegistry());
        var worker = BankWorker.start(
                surroundings, quick(), connectors.length == 0 ? List.of(connector()) : List.of(connectors));
        var runner = new PayoutRunner(
                payouts(),
                ledger(),
                running.server().part(MerchantAccounts.class),
                running.server().part(LiveFeed.class));
        var courier = new PayoutCourier(payouts(), runner, worker::line);
        courier.start();
        return new Couriers(worker, courier);
    }

    private static BankingSettings quick() {
        return BankingSettings.STANDARD
                .withCalls(Duration.ofMillis(700), 16)
                .withLease(Duration.ofSeconds(3))
                .withBreaker(new BreakerSettings(20, 10, 50, Duration.ofMillis(200), 2))
                .withStopWithin(Duration.ofSeconds(5));
    }

    Payout payout() {
        return payouts().of(counter.shop()).getFirst();
    }

    void awaitState(Payout.State state) {
        await(() -> payouts().of(counter.shop()).stream().allMatch(one -> one.state() == state));
        long held = payouts().of(counter.shop()).isEmpty() ? 0 : held();
        await(() -> held == 0 || held() == 0);
    }

    static void await(BooleanSupplier what) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!what.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** What the shop's account has, and what of it is held. */
    long balance() {
        return state(counter.shop().yen(), AccountState::balance);
    }

    long held() {
        return state(counter.shop().yen(), AccountState::held);
    }

    /** What is on the shop's account at the bank. */
    long atBank() {
        return books().account(account.hex()).orElseThrow().balance();
    }

    /** Every yen is where ledger and bank say it is. */
    void assertBooksAgree() {
        var settlement = AccountKey.bank(BookId.FIRST, AccountKind.SETTLEMENT, bank, Currency.JPY);
        await(() -> TAKEN - state(settlement, AccountState::balance) == atBank());
        long ours = books().account(BankBooks.settlement("sekisho", "JPY"))
                .orElseThrow()
                .balance();
        assertThat(OURS - ours).isEqualTo(atBank());
        assertThat(balance()).isEqualTo(TAKEN - atBank());
    }

    BankBooks books() {
        return simulated().books();
    }

    AccountToken account() {
        return account;
    }

    List<CallRecord> calls(CallKind kind) {
        return simulated().callsAfter(0, Integer.MAX_VALUE).stream()
                .filter(call -> call.kind() == kind)
                .toList();
    }

    void sql(String statement) {
        counter.sql(statement);
    }

    Object column(UUID id, String column) {
        return running.server()
                .part(JdbcClient.class)
                .sql("select coalesce(" + column + "::text, '') from shop.payouts where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void accept(Command<?> command) {
        assertThat(gateway().submit(command)).isInstanceOfSatisfying(Submission.Answered.class, answered -> {
            assertThat(answered.answer().outcome()).isNotInstanceOf(Refused.class);
            running.server().part(Positions.class).await(answered.position(), PATIENCE);
        });
    }

    private Gateway gateway() {
        return running.server().part(Gateway.class);
    }

    private long state(AccountKey key, java.util.function.ToLongFunction<AccountState> what) {
        return running.server().part(Accounts.class).find(key).stream()
                .mapToLong(what)
                .sum();
    }

    private String code() {
        return "%04d".formatted(bank.code());
    }

    @Override
    public void close() {
        open.close();
    }
}
