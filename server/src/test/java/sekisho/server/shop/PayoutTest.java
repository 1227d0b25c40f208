package sekisho.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sekisho.bank.BankAnswer;
import sekisho.bank.BankConnector;
import sekisho.bank.BankInstruction;
import sekisho.bank.CallAnswer;
import sekisho.bank.DeclineReason;
import sekisho.bank.DoubtCause;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.banksimulator.conduct.Fault;
import sekisho.banksimulator.conduct.Misbehaviour;
import sekisho.gateway.Gateway;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Money;
import sekisho.protocol.RequestId;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient.Shown;

/** Payouts between a real engine and simulated banks over HTTP: whatever happens, money moves once, and all books agree. */
@ExtendWith(SharedServer.class)
final class PayoutTest {
    private static BankSimulator simulator;

    private final RunningServer running;
    private final PayoutWorld world;

    PayoutTest(RunningServer running) {
        this.running = running;
        this.world = new PayoutWorld(running, simulator);
    }

    @BeforeAll
    static void open() {
        simulator = PayoutWorld.simulator();
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    @AfterEach
    void everyYenIsWhereTheBankSaysItIs() {
        world.simulated().behave(Conduct.GOOD);
        world.assertBooksAgree();
        world.close();
    }

    @Test
    void takingsReachTheShopsAccountOnceHoweverOftenTheFormIsSent() {
        world.confirmed();
        Shown page = world.counter().owner().web().get("/shop/payout");
        String request = page.value("request");
        assertThat(world.ask(page, request, 700).leadsTo()).isEqualTo("/shop/payout");
        assertThat(world.ask(page, request, 700).leadsTo()).isEqualTo("/shop/payout");
        assertThat(world.page()).contains("¥700").contains("On its way").contains("¥3,300");
        assertThat(world.ask(3_301).html()).contains("Enter ¥3,300 or less");
        try (var couriers = world.couriers()) {
            world.awaitState(Payout.State.PAID);
            world.ask(page, request, 700);
            couriers.courier().wake();
            world.ask(1_000);
            couriers.courier().wake();
            world.awaitState(Payout.State.PAID);
        }
        assertThat(world.payouts().of(world.counter().shop())).hasSize(2);
        assertThat(world.page()).contains("Transferred").doesNotContain("On its way");
        assertThat(world.atBank()).isEqualTo(1_700);
        assertThat(world.calls(CallKind.CREDIT)).hasSize(2);
        assertThat(world.books().statement(world.account().hex(), 0, 10))
                .extracting(line -> line.amount() + " " + line.text())
                .containsExactlyInAnyOrder("700 sekisho", "1000 sekisho");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "HANGS",
                "HANGS_AFTER_DOING",
                "LOSES_REQUEST",
                "LOSES_ANSWER",
                "ANSWERS_TWICE",
                "DOWN",
                "SLOW",
                "SAYS_DECLINED"
            })
    void whateverABankDoesItIsSentOnceAndTheStateIsTheBanks(Fault fault) {
        world.confirmed();
        world.simulated()
                .behave(Conduct.of(1, fault == Fault.SLOW ? Misbehaviour.slow(1, 60_000) : Misbehaviour.always(fault)));
        world.ask(700);
        UUID id = world.payout().id();
        try (var _ = world.couriers()) {
            PayoutWorld.await(() -> !world.column(id, "sent_at").equals(""));
            PayoutWorld.await(() ->
                    !world.column(id, "tries").equals("0") || world.payout().state() != Payout.State.ASKED);
            world.simulated().behave(Conduct.GOOD);
            PayoutWorld.await(() -> world.payout().state() != Payout.State.ASKED);
        }
        assertThat(world.payout().state() == Payout.State.PAID).isEqualTo(world.atBank() == 700);
        assertThat(world.atBank()).isIn(0L, 700L);
        assertThat(world.calls(CallKind.CREDIT)).hasSize(1);
        assertThat(world.held()).isZero();
    }

    @Test
    void aTransferThatTheBankNeverReceivedComesBackWithItsReason() {
        world.confirmed();
        world.simulated().behave(Conduct.of(1, Misbehaviour.always(Fault.DOWN)));
        world.ask(700);
        UUID id = world.payout().id();
        try (var _ = world.couriers()) {
            PayoutWorld.await(() -> !world.column(id, "tries").equals("0"));
            assertThat(world.page()).contains("On its way");
            world.simulated().behave(Conduct.GOOD);
            world.awaitState(Payout.State.RETURNED);
        }
        assertThat(world.payout().reason()).isEqualTo(DeclineReason.NEVER_RECEIVED);
        assertThat(world.page()).contains("Came back").contains("never reached the bank");
        assertThat(world.atBank()).isZero();
    }

    @Test
    void aBankThatDeclinesIsAskedOnceMoreAndTheMoneyIsTheShopsAgain() {
        world.confirmed();
        assertThat(world.books().close(world.account().hex())).isTrue();
        world.ask(700);
        try (var _ = world.couriers()) {
            world.awaitState(Payout.State.RETURNED);
        }
        assertThat(world.calls(CallKind.CREDIT)).hasSize(1);
        assertThat(world.calls(CallKind.ENQUIRY)).hasSize(1);
        assertThat(world.page()).contains("closed or stopped");
        assertThat(world.balance()).isEqualTo(PayoutWorld.TAKEN);
    }

    @Test
    void aBankThatCannotBeReachedIsCalledAgainUntilItCan() {
        world.confirmed();
        var gate = new Gate(world.connector());
        world.ask(700);
        UUID id = world.payout().id();
        try (var _ = world.couriers(gate)) {
            PayoutWorld.await(() -> !world.column(id, "tries").equals("0"));
            assertThat(world.column(id, "sent_at")).isEqualTo("");
            assertThat(world.payout().state()).isEqualTo(Payout.State.ASKED);
            gate.open = true;
            world.awaitState(Payout.State.PAID);
        }
        assertThat(world.calls(CallKind.CREDIT)).hasSize(1);
        assertThat(world.calls(CallKind.ENQUIRY)).isEmpty();
    }

    @Test
    void aHangingBankDelaysNoOther() {
        world.confirmed();
        world.simulated().behave(Conduct.of(1, Misbehaviour.always(Fault.HANGS)));
        for (int i = 0; i < 12; i++) {
            world.ask(10);
        }
        try (var other = new PayoutWorld(running, simulator).confirmed();
                var _ = world.couriers(world.connector(), other.connector())) {
            other.ask(900);
            other.awaitState(Payout.State.PAID);
            assertThat(world.payout().state()).isEqualTo(Payout.State.ASKED);
            other.assertBooksAgree();
            world.simulated().behave(Conduct.GOOD);
            PayoutWorld.await(() -> world.held() == 0);
        }
    }

    /** Where whoever brought it was killed. */
    enum Killed {
        BEFORE_THE_HOLD(Payout.State.PAID, 1),
        AFTER_THE_HOLD(Payout.State.PAID, 1),
        BEFORE_THE_CALL(Payout.State.RETURNED, 0),
        AFTER_THE_CALL(Payout.State.PAID, 1),
        BEFORE_THE_POST(Payout.State.PAID, 1),
        AFTER_THE_POST(Payout.State.PAID, 1),
        BEFORE_THE_VOID(Payout.State.RETURNED, 0),
        AFTER_THE_VOID(Payout.State.RETURNED, 0);

        private final Payout.State becomes;
        private final int credits;

        Killed(Payout.State becomes, int credits) {
            this.becomes = becomes;
            this.credits = credits;
        }
    }

    @ParameterizedTest
    @EnumSource(Killed.class)
    void whoeverIsKilledFindsItAgainAndMovesItOnce(Killed killed) throws Exception {
        world.confirmed();
        UUID id = world.noted(700);
        var row = world.row(id);
        if (killed != Killed.BEFORE_THE_HOLD) {
            assertThat(world.ledger().hold(row)).isEqualTo(PayoutLedger.Standing.HELD);
        }
        if (killed.compareTo(Killed.BEFORE_THE_CALL) >= 0) {
            assertThat(world.payouts().sending(row)).isTrue();
        }
        CallAnswer answer = null;
        if (killed.credits == 1 && killed.compareTo(Killed.AFTER_THE_CALL) >= 0) {
            try (var connector = world.connector()) {
                answer = connector.credit(row.credit(world.account()), Duration.ofSeconds(5));
            }
        }
        if (killed.compareTo(Killed.BEFORE_THE_POST) >= 0) {
            WaitingPayout.Word word = answer instanceof CallAnswer.Settled(var reference)
                    ? new WaitingPayout.Word.Settled(reference)
                    : new WaitingPayout.Word.Declined(DeclineReason.ACCOUNT_CLOSED);
            world.payouts().answered(row, word);
            if (killed == Killed.AFTER_THE_POST || killed == Killed.AFTER_THE_VOID) {
                assertThat(world.ledger().end(row, word)).isTrue();
            }
        }
        try (var _ = world.couriers()) {
            world.awaitState(killed.becomes);
        }
        assertThat(world.calls(CallKind.CREDIT)).hasSize(killed.credits);
        assertThat(world.atBank()).isEqualTo(700L * killed.credits);
        assertThat(world.held()).isZero();
    }

    @Test
    void whatWasNeverHeldAndIsTooOldIsForgottenAndNeverSent() {
        world.confirmed();
        var old =
                RequestId.of(System.currentTimeMillis() - Duration.ofMinutes(20).toMillis(), 1, System.nanoTime());
        var keeper =
                new Shopkeeper(world.counter().owner().id(), world.counter().shop(), Role.OWNER);
        world.payouts().note(old, keeper, world.bank(), 700);
        try (var _ = world.couriers()) {
            PayoutWorld.await(() -> world.payouts().of(world.counter().shop()).isEmpty());
        }
        assertThat(world.calls(CallKind.CREDIT)).isEmpty();
    }

    @Test
    void aHoldStandsHoweverOftenItIsAskedForAndEndsOnce() {
        world.confirmed();
        UUID id = world.noted(700);
        var row = world.row(id);
        assertThat(world.ledger().hold(row)).isEqualTo(PayoutLedger.Standing.HELD);
        assertThat(world.ledger().hold(row)).isEqualTo(PayoutLedger.Standing.HELD);
        world.accept(new LedgerCommand.VoidHold(row.operation()));
        assertThat(world.ledger().end(row, new WaitingPayout.Word.Settled(1))).isTrue();
        world.sql("delete from shop.payouts where id = '" + id + "'");
    }

    @Test
    void withoutAnAccountWhereTheOperatorStoppedItAndBeyondTheBanksMoneyNothingIsAskedFor() {
        assertThat(world.ask(700).html()).contains("No bank account is confirmed");
        world.confirmed();
        world.accept(new BankCommand.Suspend(world.bank(), BankOperation.CASH_OUTS, 1));
        assertThat(world.ask(700).html()).contains("are stopped for now");
        world.accept(new BankCommand.Reopen(world.bank(), BankOperation.CASH_OUTS, 2));
        var elsewhere = new BankId(599);
        running.server().part(Gateway.class).submit(new BankCommand.Register(elsewhere));
        var swept = Money.yen(3_500);
        world.accept(new BankCommand.Sweep(world.bank(), elsewhere, swept));
        assertThat(world.ask(700).html()).contains("Up to ¥500 can be paid out");
        world.accept(new BankCommand.SweepArrived(world.bank(), elsewhere, swept));
        world.accept(new BankCommand.Sweep(elsewhere, world.bank(), swept));
        world.accept(new BankCommand.SweepArrived(elsewhere, world.bank(), swept));
    }

    @Test
    void whatWasAskedForBeforeTheOperatorStoppedItWaits() {
        world.confirmed();
        world.ask(700);
        world.accept(new BankCommand.Suspend(world.bank(), BankOperation.CASH_OUTS, 1));
        UUID id = world.payout().id();
        try (var _ = world.couriers()) {
            for (int i = 0; i < 2; i++) {
                Object before = world.column(id, "next_at");
                PayoutWorld.await(() -> !world.column(id, "next_at").equals(before));
            }
            assertThat(world.column(id, "sent_at")).isEqualTo("");
            assertThat(world.calls(CallKind.CREDIT)).isEmpty();
            world.accept(new BankCommand.Reopen(world.bank(), BankOperation.CASH_OUTS, 2));
            world.awaitState(Payout.State.PAID);
        }
    }

    /** A bank to which no connection comes about while the gate is shut. */
    private static final class Gate implements BankConnector {
        private final BankConnector behind;
        private volatile boolean open;

        Gate(BankConnector behind) {
            this.behind = behind;
        }

        @Override
        public BankId bank() {
            return behind.bank();
        }

        @Override
        public CallAnswer debit(BankInstruction.Debit instruction, Duration atMost) {
            return open ? behind.debit(instruction, atMost) : new CallAnswer.InDoubt(DoubtCause.NOT_REACHED);
        }

        @Override
        public CallAnswer credit(BankInstruction.Credit instruction, Duration atMost) {
            return open ? behind.credit(instruction, atMost) : new CallAnswer.InDoubt(DoubtCause.NOT_REACHED);
        }

        @Override
        public BankAnswer enquire(BankInstruction instruction, Duration atMost) {
            return open ? behind.enquire(instruction, atMost) : new CallAnswer.InDoubt(DoubtCause.NOT_REACHED);
        }

        @Override
        public void close() {
            behind.close();
        }
    }
}
