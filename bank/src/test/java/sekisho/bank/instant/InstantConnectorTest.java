package sekisho.bank.instant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import sekisho.bank.AccountToken;
import sekisho.bank.BankConnector;
import sekisho.bank.BankConnectorContractTest;
import sekisho.bank.BankInstruction;
import sekisho.bank.TestBank;
import sekisho.bank.outgoing.Reach;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.conduct.Fault;
import sekisho.banksimulator.conduct.Misbehaviour;
import sekisho.protocol.BankId;

/** The instant protocol against simulated banks keeps the contract of connectors. */
final class InstantConnectorTest extends BankConnectorContractTest {
    private static final String CODE = "0017";
    private static final String API_KEY = "an-operators-secret";

    private static BankSimulator simulator;
    private static InstantConnector connector;

    @BeforeAll
    static void start() {
        simulator = BankSimulator.start(SimulatorSettings.of(
                "the-directors-secret",
                List.of(new Operator("sekisho", API_KEY)),
                List.of(BankDefinition.of(CODE, "seventeen"))));
        connector = new InstantConnector(InstantSettings.of(new BankId(17), simulator.address(CODE), API_KEY));
    }

    @AfterAll
    static void stop() {
        connector.close();
        simulator.close();
    }

    @Override
    protected BankConnector connector() {
        return connector;
    }

    @Override
    protected BankConnector connectorWithNobody() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://127.0.0.1:" + free.getLocalPort());
            return new InstantConnector(
                    new InstantSettings(new BankId(17), address, API_KEY, Reach.INTERNET, Duration.ofSeconds(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected TestBank bank() {
        return new Simulated(simulator.bank(CODE));
    }

    /** A simulated bank as the contract sees it. */
    private record Simulated(SimulatedBank bank) implements TestBank {
        @Override
        public void open(AccountToken account, long balance) {
            bank.books().open(account.hex(), "ヤマダ", "JPY", balance);
        }

        @Override
        public long balance(AccountToken account) {
            return bank.books().account(account.hex()).orElseThrow().balance();
        }

        @Override
        public void behave(Behaviour behaviour) {
            bank.behave(
                    switch (behaviour) {
                        case GOOD -> Conduct.GOOD;
                        case LOSES_REQUESTS -> orders(Fault.LOSES_REQUEST);
                        case LOSES_ANSWERS -> orders(Fault.LOSES_ANSWER);
                        case LOSES_ANSWERS_OF_ENQUIRIES ->
                            Conduct.of(
                                    1, Misbehaviour.always(Fault.LOSES_ANSWER).on(CallKind.ENQUIRY));
                        case HANGS -> orders(Fault.HANGS);
                        case HANGS_AFTER_DOING -> orders(Fault.HANGS_AFTER_DOING);
                        case IS_SLOW ->
                            Conduct.of(1, Misbehaviour.slow(1, 10_000).on(CallKind.DEBIT, CallKind.CREDIT));
                        case IS_DOWN -> Conduct.of(1, Misbehaviour.always(Fault.DOWN));
                        case ANSWERS_TWICE -> orders(Fault.ANSWERS_TWICE);
                    });
        }

        @Override
        public int callsAbout(BankInstruction instruction) {
            String key = Requests.key(instruction.id());
            return (int) bank.callsAfter(0, Integer.MAX_VALUE).stream()
                    .filter(call -> call.order().key().equals(key))
                    .count();
        }

        private static Conduct orders(Fault fault) {
            return Conduct.of(1, Misbehaviour.always(fault).on(CallKind.DEBIT, CallKind.CREDIT));
        }
    }
}
