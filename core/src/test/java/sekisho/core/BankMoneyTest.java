package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sekisho.core.Scenario.AIKO;
import static sekisho.core.Scenario.BANK;
import static sekisho.core.Scenario.BOOK;
import static sekisho.core.Scenario.PLAY;
import static sekisho.core.Scenario.play;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BankOutcome;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Side;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TopUpOutcome;
import sekisho.protocol.WalletCommand;

class BankMoneyTest {

    private final Scenario world = new Scenario();
    private final OperationId link = world.link();

    @Test
    void aTopUpArrivesWhenTheBankHasSettled() {
        OperationId topUp = start(5_000);
        assertThat(world.balance(AIKO)).isZero();
        assertThat(world.pending(AIKO, Side.CREDIT)).isEqualTo(5_000);
        world.say(new InstructionCommand.Claim(topUp, 10_000));
        assertThat(world.say(new InstructionCommand.Settled(topUp, 1)))
                .isEqualTo(new InstructionOutcome.Booked(play(5_000)));
        assertThat(world.balance(AIKO)).isEqualTo(5_000);
        assertThat(world.pending(AIKO, Side.CREDIT)).isZero();
    }

    @Test
    void afterASuspensionNothingIsClaimedAndTheUnclaimedIsWithdrawn() {
        List<OperationId> started = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            started.add(start(10));
        }
        world.say(new InstructionCommand.Claim(started.getFirst(), 10_000));
        assertThat(world.say(new BankCommand.Suspend(BANK, BankOperation.TOP_UPS, 1)))
                .isEqualTo(new BankOutcome.Suspended(599));
        assertThat(world.say(new InstructionCommand.Claim(started.getLast(), 10_000)))
                .isEqualTo(new InstructionOutcome.Withdrawn(play(10)));
        world.pass(3);
        world.pass(3);
        world.pass(3);
        assertThat(world.pending(AIKO, Side.CREDIT)).isEqualTo(10);
        assertThat(world.say(new TopUpCommand.Start(AIKO, link, play(10))))
                .isEqualTo(new Refused(Refusal.BANK_SUSPENDED));
    }

    @Test
    void oneCommandStopsEverythingOfABankAndOneOpensItAgain() {
        OperationId waiting = start(10);
        world.events.clear();
        assertThat(world.say(new BankCommand.SuspendAll(BANK, 7, 3))).isEqualTo(new BankOutcome.Suspended(1));
        assertThat(switches(false, 3)).containsExactly(BankOperation.values());
        assertThat(world.say(new InstructionCommand.Claim(waiting, 10_000)))
                .isEqualTo(new Refused(Refusal.INSTRUCTION_WITHDRAWN));
        assertThat(world.say(new TopUpCommand.Start(AIKO, link, play(10))))
                .isEqualTo(new Refused(Refusal.BANK_SUSPENDED));

        assertThat(world.say(new BankCommand.ReopenAll(BANK, 6, 4))).isEqualTo(new BankOutcome.Reopened());
        assertThat(switches(true, 4)).containsExactly(BankOperation.TOP_UPS, BankOperation.CASH_OUTS);
        assertThat(world.say(new TopUpCommand.Start(AIKO, link, play(10))).accepted())
                .isTrue();
    }

    @Test
    void nothingOfAnUnknownBankIsStoppedOrOpened() {
        BankId unknown = new BankId(9_999);
        assertThat(world.say(new BankCommand.SuspendAll(unknown, 7, 3))).isEqualTo(new Refused(Refusal.BANK_NOT_FOUND));
        assertThat(world.say(new BankCommand.ReopenAll(unknown, 7, 3))).isEqualTo(new Refused(Refusal.BANK_NOT_FOUND));
    }

    @Test
    void aSetOfOperationsNamesKnownOnesAndAtLeastOne() {
        assertThatThrownBy(() -> new BankCommand.SuspendAll(BANK, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BankCommand.ReopenAll(BANK, 8, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<BankOperation> switches(boolean open, int reason) {
        return world.events.stream()
                .filter(Event.BankChanged.class::isInstance)
                .map(Event.BankChanged.class::cast)
                .filter(changed -> changed.open() == open && changed.reason() == reason)
                .map(Event.BankChanged::operation)
                .toList();
    }

    @Test
    void timeNeverTurnsDoubtIntoFailure() {
        OperationId topUp = start(5_000);
        world.say(new InstructionCommand.Claim(topUp, 10_000));
        world.pass(40L * 24 * 3_600_000);
        assertThat(world.events.stream()
                        .filter(Event.EnquiryDue.class::isInstance)
                        .count())
                .isGreaterThan(900);
        assertThat(world.pending(AIKO, Side.CREDIT)).isEqualTo(5_000);
        assertThat(world.say(new InstructionCommand.Settled(topUp, 1)))
                .isEqualTo(new InstructionOutcome.Booked(play(5_000)));
    }

    @Test
    void moneyThatMovedAfterTheBankSaidNoGoesToSuspense() {
        OperationId topUp = start(5_000);
        world.say(new InstructionCommand.Declined(topUp, 1));
        assertThat(world.say(new InstructionCommand.Settled(topUp, 1)))
                .isEqualTo(new InstructionOutcome.BookedToSuspense(play(5_000)));
        assertThat(world.balance(AIKO)).isZero();
        assertThat(world.balance(bank(AccountKind.SUSPENSE))).isEqualTo(5_000);
        assertThat(world.balance(bank(AccountKind.SETTLEMENT))).isEqualTo(5_000);
        assertThat(world.say(new InstructionCommand.Declined(topUp, 1)))
                .isEqualTo(new InstructionOutcome.Contradicted(InstructionStatus.SETTLED));
    }

    @Test
    void moneyForAClosedWalletGoesToSuspense() {
        OperationId topUp = start(5_000);
        world.say(new InstructionCommand.Claim(topUp, 10_000));
        world.say(new WalletCommand.Close(AIKO));
        assertThat(world.say(new InstructionCommand.Settled(topUp, 1)))
                .isEqualTo(new InstructionOutcome.BookedToSuspense(play(5_000)));
        assertThat(world.balance(bank(AccountKind.SUSPENSE))).isEqualTo(5_000);
    }

    @Test
    void aCashOutHoldsTheMoneyUntilTheBankAnswers() {
        world.fund(AIKO, 3_000);
        Request request = world.request(new CashOutCommand.Start(AIKO, link, play(1_000)));
        world.send(request);
        assertThat(world.balance(AIKO)).isEqualTo(3_000);
        assertThat(world.pending(AIKO, Side.DEBIT)).isEqualTo(1_000);
        world.say(new InstructionCommand.Declined(request.operation(), 0));
        assertThat(world.pending(AIKO, Side.DEBIT)).isZero();
        assertThat(world.balance(AIKO)).isEqualTo(3_000);
    }

    @Test
    void aBankCannotPayOutWhatDoesNotLieThere() {
        world.fund(AIKO, 3_000);
        world.say(new BankCommand.Register(new sekisho.protocol.BankId(9_002)));
        world.say(new BankCommand.Sweep(BANK, new sekisho.protocol.BankId(9_002), play(2_500)));
        assertThat(world.say(new CashOutCommand.Start(AIKO, link, play(1_000))))
                .isEqualTo(new Refused(Refusal.BANK_FUNDS_EXHAUSTED, 500));
    }

    private OperationId start(long amount) {
        Request request = world.request(new TopUpCommand.Start(AIKO, link, play(amount)));
        assertThat(world.send(request)).isEqualTo(new TopUpOutcome.Started(play(amount)));
        return request.operation();
    }

    private static AccountKey bank(AccountKind kind) {
        return AccountKey.bank(BOOK, kind, BANK, PLAY);
    }
}
