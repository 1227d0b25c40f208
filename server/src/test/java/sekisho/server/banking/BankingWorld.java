package sekisho.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
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
import sekisho.banksimulator.books.Account;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.Submission;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.node.Upkeep;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** A node, simulated banks, and customers with linked accounts. */
final class BankingWorld implements AutoCloseable {
    static final long FUNDS = 100_000_000;
    static final ClientId CLIENT = new ClientId(7);

    private static final TierId TIER = new TierId(1);
    private static final String API_KEY = "an-operators-secret";

    private final Path home;
    private final MovableClock clock = new MovableClock();
    private final Node node;
    private final Gateway gateway;
    private final BankSimulator simulator;
    private final InMemoryLinkedAccounts accounts = new InMemoryLinkedAccounts();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LogOpenInstructions open;
    private final InstructionLog log;
    private final AtomicLong wallets = new AtomicLong();

    /** A customer of a bank. */
    record Customer(WalletId wallet, BankId bank, OperationId link, AccountToken account) {}

    BankingWorld(Path home, int banks) {
        this.home = home;
        node = Node.start(NodeSettings.of(home)
                .withDurable(false)
                .withSizes(LogSizes.SMALL)
                .withUpkeep(Upkeep.BY_HAND)
                .withClock(clock));
        gateway = connect();
        simulator = BankSimulator.start(SimulatorSettings.of(
                "the-directors-secret",
                List.of(new Operator("sekisho", API_KEY)),
                IntStream.rangeClosed(1, banks)
                        .mapToObj(code -> BankDefinition.of("%04d".formatted(code), "bank " + code))
                        .toList()));
        open = new LogOpenInstructions(home);
        log = new InstructionLog(home);
        accept(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        accept(new SettingsCommand.SetLimit(TIER, Currency.JPY, Operation.TOP_UP, Limit.UNLIMITED));
        accept(new SettingsCommand.SetLimit(TIER, Currency.JPY, Operation.CASH_OUT, Limit.UNLIMITED));
        accept(new SettingsCommand.SetBalanceCap(TIER, Currency.JPY, Limit.NONE));
        IntStream.rangeClosed(1, banks).forEach(code -> accept(new BankCommand.Register(new BankId(code))));
    }

    Gateway connect() {
        return Gateway.connect(GatewaySettings.of(node.address(), CLIENT).withClock(clock));
    }

    /** Short waits, so that a test does not have them. */
    static BankingSettings quick() {
        return BankingSettings.STANDARD
                .withCalls(Duration.ofMillis(400), 16)
                .withLease(Duration.ofSeconds(20))
                .withEnquireAfter(Duration.ofMillis(100))
                .withLookAgain(new BankingSettings.LookAgain(Duration.ofMillis(100), false, false))
                .withBreaker(new BreakerSettings(20, 10, 50, Duration.ofMillis(200), 2))
                .withStopWithin(Duration.ofSeconds(5));
    }

    /** The same with time for every call, also on a busy machine. */
    static BankingSettings calm() {
        return quick().withCalls(Duration.ofSeconds(10), 16);
    }

    BankWorker worker(BankingSettings settings) {
        return BankWorker.start(surroundings(gateway), settings, connectors());
    }

    BankingSurroundings surroundings(Gateway through) {
        return new BankingSurroundings(home, through, open, accounts, meters);
    }

    /** For a second worker beside the first. */
    BankingSurroundings surroundingsWithOwnMeters(Gateway through) {
        return new BankingSurroundings(home, through, open, accounts, new SimpleMeterRegistry());
    }

    List<BankConnector> connectors() {
        var connectors = new ArrayList<BankConnector>();
        for (SimulatedBank bank : simulator.banks()) {
            connectors.add(
                    connector(new BankId(Integer.parseInt(bank.definition().code()))));
        }
        return connectors;
    }

    BankConnector connector(BankId bank) {
        return new InstantConnector(InstantSettings.of(bank, simulator.address(code(bank)), API_KEY));
    }

    /** A customer with a wallet, an account with money, and an active link between them. */
    Customer customer(BankId bank) {
        var wallet = new WalletId(wallets.incrementAndGet());
        accept(new WalletCommand.Open(wallet, TIER, Currency.JPY, 0, 0));
        RequestId id = gateway.newId();
        accept(id, new LinkCommand.Request(wallet, bank));
        var link = OperationId.of(CLIENT, id, 0);
        accept(new LinkCommand.Activate(wallet, link, 1));
        var account = new AccountToken(bank.code(), wallet.value());
        bank(bank).books().open(account.hex(), "ヤマダ", "JPY", FUNDS);
        accounts.put(link, account);
        return new Customer(wallet, bank, link, account);
    }

    /** Starts a top-up; its instruction. */
    OperationId topUp(Customer customer, long yen) {
        RequestId id = gateway.newId();
        accept(id, new TopUpCommand.Start(customer.wallet(), customer.link(), Money.yen(yen)));
        return OperationId.of(CLIENT, id, 0);
    }

    /** Starts a cash-out; its instruction. */
    OperationId cashOut(Customer customer, long yen) {
        RequestId id = gateway.newId();
        accept(id, new CashOutCommand.Start(customer.wallet(), customer.link(), Money.yen(yen)));
        return OperationId.of(CLIENT, id, 0);
    }

    /** Has a command accepted; the step's position. */
    long accept(Command<?> command) {
        return accept(gateway.newId(), command);
    }

    long accept(RequestId id, Command<?> command) {
        for (int i = 0; i < 20; i++) {
            if (gateway.submit(id, command) instanceof Submission.Answered(var answer, var position)) {
                assertThat(answer.outcome().accepted())
                        .as("%s: %s", command, answer)
                        .isTrue();
                return position;
            }
        }
        throw new AssertionError("no answer after many tries");
    }

    SimulatedBank bank(BankId bank) {
        return simulator.bank(code(bank));
    }

    void behave(BankId bank, Conduct conduct) {
        bank(bank).behave(conduct);
    }

    /** The calls of a kind that a bank received with an instruction's key. */
    List<CallRecord> calls(BankId bank, CallKind kind, OperationId instruction) {
        String key = "%016x%016x".formatted(instruction.high(), instruction.low());
        return bank(bank).callsAfter(0, Integer.MAX_VALUE).stream()
                .filter(call -> call.kind() == kind && call.order().key().equals(key))
                .toList();
    }

    InstructionLog log() {
        return log;
    }

    Gateway gateway() {
        return gateway;
    }

    MovableClock clock() {
        return clock;
    }

    MeterRegistry meters() {
        return meters;
    }

    InMemoryLinkedAccounts accounts() {
        return accounts;
    }

    /** Lets time pass for the engine, in steps that it takes for real. */
    void pass(Duration time) throws InterruptedException {
        for (long left = time.toSeconds(); left > 0; left -= 5) {
            clock.advance(Duration.ofSeconds(5));
            gateway.submitDry(new SettingsCommand.StartDay(29990101));
            Thread.sleep(20);
        }
    }

    /** The engine's balance of an account, in yen. */
    long balance(AccountKey key) {
        var found = new AtomicLong();
        node.export(row -> {
            if (row instanceof StateRecord.AccountRow account && account.key().equals(key)) {
                long credits = account.creditsPosted() - account.debitsPosted();
                found.set(key.kind().normal() == AccountKind.Normal.DEBIT ? -credits : credits);
            }
        });
        return found.get();
    }

    long balance(Customer customer) {
        return balance(AccountKey.wallet(BookId.FIRST, customer.wallet(), Currency.JPY));
    }

    long atBank(Customer customer) {
        return bank(customer.bank())
                .books()
                .account(customer.account().hex())
                .orElseThrow()
                .balance();
    }

    /** What the engine believes lies at a bank is what the bank says. */
    void assertFundsAgree(BankId bank) {
        long believed = balance(new AccountKey(BookId.FIRST, AccountKind.SETTLEMENT, bank.code(), Currency.JPY));
        long there = bank(bank)
                .books()
                .account(BankBooks.settlement("sekisho", "JPY"))
                .map(Account::balance)
                .orElse(0L);
        assertThat(believed).as("settlement at bank %s", bank).isEqualTo(there);
    }

    double metric(String name, BankId bank) {
        var found = meters.find(name).tag("bank", code(bank));
        return found.gauge() != null
                ? found.gauge().value()
                : found.counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum();
    }

    @Override
    public void close() {
        log.close();
        open.close();
        gateway.close();
        simulator.close();
        node.close();
    }

    private static String code(BankId bank) {
        return "%04d".formatted(bank.code());
    }
}
