package sekisho.cli.bankdrill;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sekisho.bank.AccountToken;
import sekisho.bank.BankConnector;
import sekisho.bank.instant.InstantConnector;
import sekisho.bank.instant.InstantSettings;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.Submission;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.banking.BankWorker;
import sekisho.server.banking.BankingSettings;
import sekisho.server.banking.BankingSurroundings;
import sekisho.server.banking.BreakerSettings;
import sekisho.server.banking.InMemoryLinkedAccounts;
import sekisho.server.banking.LogOpenInstructions;

/** A node, three simulated banks, a bank worker, and customers. The first bank is the one that misbehaves. */
final class DrillWorld implements AutoCloseable {
    static final BankId MISBEHAVING = new BankId(1);
    static final String OPERATOR = "drill";

    /** Real time. */
    static final Duration CALL_TIMEOUT = Duration.ofMillis(500);

    private static final int BANKS = 3;
    private static final int CUSTOMERS = 20;
    private static final long FUNDS = 1_000_000_000;
    private static final int TRIES = 100;
    private static final TierId TIER = new TierId(1);
    private static final ClientId CLIENT = new ClientId(2);
    private static final String API_KEY = "only-for-the-drill";

    private final DrillClock clock;
    private final Node node;
    private final Gateway gateway;
    private final BankSimulator simulator;
    private final LogOpenInstructions open;
    private final BankWorker worker;
    private final DrillBook book;
    private final List<Customer> customers = new ArrayList<>();

    /** Somebody with a wallet and an account, tied by a link. */
    record Customer(WalletId wallet, BankId bank, OperationId link) {}

    DrillWorld(BankDrillSettings settings) {
        clock = new DrillClock(settings.speed());
        node = Node.start(NodeSettings.of(settings.folder()).withDurable(false).withClock(clock));
        gateway = Gateway.connect(GatewaySettings.of(node.address(), CLIENT).withClock(clock));
        simulator = BankSimulator.start(SimulatorSettings.of(
                        "only-for-the-director",
                        List.of(new Operator(OPERATOR, API_KEY)),
                        IntStream.rangeClosed(1, BANKS)
                                .mapToObj(code -> BankDefinition.of(code(new BankId(code)), "bank " + code))
                                .toList())
                .withClock(clock));
        open = new LogOpenInstructions(settings.folder());
        var accounts = new InMemoryLinkedAccounts();
        populate(accounts);
        worker = BankWorker.start(
                new BankingSurroundings(settings.folder(), gateway, open, accounts, new SimpleMeterRegistry()),
                banking(),
                connectors());
        book = new DrillBook(settings.folder());
    }

    /** Has a command answered, again and again if need be; the answer's outcome. */
    Outcome say(RequestId id, Command<?> command) {
        for (int i = 0; i < TRIES; i++) {
            if (gateway.submit(id, command) instanceof Submission.Answered(var answer, var _)) {
                return answer.outcome();
            }
        }
        throw new IllegalStateException("the node does not answer");
    }

    RequestId newId() {
        return gateway.newId();
    }

    OperationId operation(RequestId id) {
        return OperationId.of(CLIENT, id, 0);
    }

    DrillClock clock() {
        return clock;
    }

    DrillBook book() {
        return book;
    }

    List<Customer> customers() {
        return customers;
    }

    SimulatedBank bank(BankId bank) {
        return simulator.bank(code(bank));
    }

    List<BankId> banks() {
        return IntStream.rangeClosed(1, BANKS).mapToObj(BankId::new).toList();
    }

    @Override
    public void close() {
        worker.close();
        book.close();
        open.close();
        gateway.close();
        simulator.close();
        node.close();
    }

    private void populate(InMemoryLinkedAccounts accounts) {
        accept(new SettingsCommand.DefineCurrency(Currency.JPY, 0, false));
        accept(new SettingsCommand.SetLimit(TIER, Currency.JPY, Operation.TOP_UP, Limit.UNLIMITED));
        accept(new SettingsCommand.SetLimit(TIER, Currency.JPY, Operation.CASH_OUT, Limit.UNLIMITED));
        accept(new SettingsCommand.SetBalanceCap(TIER, Currency.JPY, Limit.NONE));
        for (BankId bank : banks()) {
            accept(new BankCommand.Register(bank));
            for (int i = 1; i <= CUSTOMERS; i++) {
                var wallet = new WalletId(bank.code() * 1_000L + i);
                accept(new WalletCommand.Open(wallet, TIER, Currency.JPY, 0, 0));
                RequestId id = gateway.newId();
                accept(id, new LinkCommand.Request(wallet, bank));
                OperationId link = operation(id);
                accept(new LinkCommand.Activate(wallet, link, 1));
                var account = new AccountToken(bank.code(), wallet.value());
                boolean _ = bank(bank).books().open(account.hex(), "ヤマダ", "JPY", FUNDS);
                accounts.put(link, account);
                customers.add(new Customer(wallet, bank, link));
            }
        }
    }

    private void accept(Command<?> command) {
        accept(gateway.newId(), command);
    }

    private void accept(RequestId id, Command<?> command) {
        Outcome outcome = say(id, command);
        if (!outcome.accepted()) {
            throw new IllegalStateException(command + ": " + outcome);
        }
    }

    private List<BankConnector> connectors() {
        return banks().stream()
                .map(bank -> (BankConnector)
                        new InstantConnector(InstantSettings.of(bank, simulator.address(code(bank)), API_KEY)))
                .toList();
    }

    /** Real waits are short, so that an hour fits into seconds; the lease goes by the engine's clock and is long. */
    private static BankingSettings banking() {
        return BankingSettings.STANDARD
                .withLease(Duration.ofHours(1))
                .withCalls(CALL_TIMEOUT, 16)
                .withEnquireAfter(Duration.ofMillis(200))
                .withLookAgain(new BankingSettings.LookAgain(Duration.ofMillis(500), true, true))
                .withBreaker(new BreakerSettings(20, 10, 50, Duration.ofMillis(500), 3))
                .withStopWithin(Duration.ofSeconds(5));
    }

    private static String code(BankId bank) {
        return "%04d".formatted(bank.code());
    }
}
