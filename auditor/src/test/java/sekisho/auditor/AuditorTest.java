package sekisho.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Answer;
import sekisho.protocol.Currency;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Side;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TransferOutcome;

final class AuditorTest {

    private final Desk desk = new Desk();

    private static TransferCommand.Send send(long yen) {
        return new TransferCommand.Send(Desk.AYA, Desk.BEN, Money.yen(yen), false, 0);
    }

    @Test
    void movesWhatIsSent() {
        Answered answered = desk.answer(desk.request(send(300)));
        assertThat(answered.answer()).isEqualTo(new Answer(new TransferOutcome.Sent(Money.yen(300), 700), false));
        assertThat(answered.events())
                .containsExactly(
                        new Event.Entry(Desk.account(Desk.AYA), 2, EntryKind.POSTED, Side.DEBIT, 300, 700),
                        new Event.Entry(Desk.account(Desk.BEN), 2, EntryKind.POSTED, Side.CREDIT, 300, 1_300));
    }

    @Test
    void refusesOneYenMoreThanThereIs() {
        assertThat(desk.ask(send(1_001))).isEqualTo(new Refused(Refusal.INSUFFICIENT_FUNDS, 1_000));
        assertThat(desk.ask(send(1_000))).isEqualTo(new TransferOutcome.Sent(Money.yen(1_000), 0));
    }

    @Test
    void answersARepeatAsBeforeAndDoesNothing() {
        Request request = desk.request(send(300));
        Answer first = desk.answer(request).answer();
        Answered again = desk.answer(request);
        assertThat(again.answer()).isEqualTo(new Answer(first.outcome(), true));
        assertThat(again.events()).isEmpty();
        assertThat(desk.balance(Desk.account(Desk.AYA))).isEqualTo(700);
    }

    @Test
    void changesNothingInADryRun() {
        Set<StateRecord> before = new HashSet<>(desk.auditor.records());
        Request real = desk.request(send(300));
        Request dry =
                new Request(real.book(), real.client(), real.key(), real.contentHash(), false, true, 0, real.command());
        assertThat(desk.answer(dry).answer().outcome()).isEqualTo(new TransferOutcome.Sent(Money.yen(300), 700));
        assertThat(new HashSet<>(desk.auditor.records())).isEqualTo(before);
    }

    @Test
    void takesStepsBack() {
        Set<StateRecord> before = new HashSet<>(desk.auditor.records());
        for (int step = 0; step < Auditor.STEPS_KEPT; step++) {
            desk.ask(send(1));
        }
        desk.auditor.stepBack(Auditor.STEPS_KEPT);
        assertThat(new HashSet<>(desk.auditor.records())).isEqualTo(before);
    }

    @Test
    void undoesAChainAtItsFirstRefusal() {
        Request first = desk.request(send(300));
        Request linked = new Request(
                first.book(), first.client(), first.key(), first.contentHash(), true, false, 0, first.command());
        List<Answered> answers = desk.auditor
                .frame(List.of(linked, desk.request(send(701))), desk.time)
                .answers();
        assertThat(answers)
                .extracting(answered -> answered.answer().outcome())
                .containsExactly(new Refused(Refusal.CHAIN_BROKEN, 1), new Refused(Refusal.INSUFFICIENT_FUNDS, 700));
        assertThat(desk.balance(Desk.account(Desk.AYA))).isEqualTo(1_000);
    }

    @Test
    void letsABookingLeaveTheWindowWithItsSlot() {
        desk.limit(Operation.SEND, new Limit(Limit.NONE, 500, Limit.NONE, Limit.NONE, Limit.NONE));
        desk.ask(send(400));
        long endOfSlot = (desk.time / 900_000 + 1) * 900_000;
        desk.waitMillis(endOfSlot + 86_400_000 - 1 - desk.time);
        assertThat(desk.ask(send(101))).isEqualTo(new Refused(Refusal.OVER_LIMIT_24_HOURS, 100));
        desk.waitMillis(1);
        assertThat(desk.ask(send(101))).isInstanceOf(TransferOutcome.Sent.class);
    }

    @Test
    void booksWhatTheBankMovedToSuspenseWhenItHadSaidNo() {
        Request link = desk.request(new LinkCommand.Request(Desk.AYA, Desk.BANK));
        desk.answer(link);
        desk.ask(new LinkCommand.Activate(Desk.AYA, link.operation(), 1));
        Request start = desk.request(new TopUpCommand.Start(Desk.AYA, link.operation(), Money.yen(50)));
        desk.answer(start);
        OperationId instruction = start.operation();
        desk.ask(new InstructionCommand.Declined(instruction, 0));
        assertThat(desk.ask(new InstructionCommand.Settled(instruction, 1)))
                .isEqualTo(new InstructionOutcome.BookedToSuspense(Money.yen(50)));
        assertThat(desk.balance(Desk.bank(AccountKind.SUSPENSE))).isEqualTo(50);
        assertThat(desk.balance(Desk.bank(AccountKind.SETTLEMENT))).isEqualTo(2_050);
        desk.auditor.checkEverything();
    }

    @Test
    void haltsWhenTheClockJumps() {
        desk.time += 60_001;
        assertThat(desk.ask(send(1))).isEqualTo(new Refused(Refusal.CLOCK_HALTED, Desk.BEGIN));
        assertThat(desk.auditor.now()).isEqualTo(Desk.BEGIN);
        assertThat(desk.auditor.halted()).isTrue();
    }

    @Test
    void knowsNoCurrencyThatWasNotDefined() {
        Money money = new Money(1, Currency.of("ABC"));
        assertThat(desk.ask(new TransferCommand.Send(Desk.AYA, Desk.BEN, money, false, 0)))
                .isEqualTo(new Refused(Refusal.CURRENCY_NOT_FOUND));
    }
}
