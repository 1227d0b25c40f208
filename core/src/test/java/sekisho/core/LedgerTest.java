package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Scenario.AIKO;
import static sekisho.core.Scenario.BANK;
import static sekisho.core.Scenario.BEN;
import static sekisho.core.Scenario.BOOK;
import static sekisho.core.Scenario.PLAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Event;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LedgerOutcome;
import sekisho.protocol.Line;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.Side;

class LedgerTest {

    private static final AccountKey AIKOS = AccountKey.wallet(BOOK, AIKO, PLAY);
    private static final AccountKey BENS = AccountKey.wallet(BOOK, BEN, PLAY);
    private static final AccountKey OPENING = AccountKey.house(BOOK, AccountKind.OPENING, PLAY);
    private static final AccountKey SETTLED = AccountKey.bank(BOOK, AccountKind.SETTLEMENT, BANK, PLAY);

    private final Scenario world = new Scenario();

    @Test
    void debitsEqualCreditsOrNothingIsBooked() {
        assertThat(book(debit(OPENING, 100), credit(SETTLED, 99))).isEqualTo(new Refused(Refusal.UNBALANCED));
    }

    @Test
    void noEmoneyWithoutTheMoneyForIt() {
        assertThat(book(debit(OPENING, 100), credit(AIKOS, 100)))
                .isEqualTo(new Refused(Refusal.SAFEGUARDING_SHORTFALL, 0));
        assertThat(book(debit(SETTLED, 100), credit(OPENING, 100), debit(OPENING, 100), credit(AIKOS, 100)))
                .isEqualTo(new LedgerOutcome.Booked(200));
    }

    @Test
    void aBalancingPostingMovesWhatIsThere() {
        world.fund(AIKO, 70);
        var book = new LedgerCommand.Book(List.of(debit(AIKOS, 100), credit(BENS, 100)), true, OperationId.NONE);
        assertThat(world.say(book)).isEqualTo(new LedgerOutcome.Booked(70));
        assertThat(world.say(book)).isEqualTo(new Refused(Refusal.INSUFFICIENT_FUNDS));
    }

    @Test
    void nothingIsReversedTwice() {
        world.fund(AIKO, 70);
        OperationId wrong = new OperationId(1, 2);
        var book = new LedgerCommand.Book(List.of(debit(AIKOS, 10), credit(BENS, 10)), false, wrong);
        assertThat(world.say(book).accepted()).isTrue();
        assertThat(world.say(book)).isEqualTo(new Refused(Refusal.ALREADY_REVERSED));
    }

    @Test
    void aHoldIsPostedInPartAndTheRestReleased() {
        world.fund(AIKO, 100);
        OperationId hold = hold(0, debit(AIKOS, 80), credit(BENS, 80));
        assertThat(world.pending(AIKO, Side.DEBIT)).isEqualTo(80);
        assertThat(book(debit(AIKOS, 21), credit(BENS, 21))).isEqualTo(new Refused(Refusal.INSUFFICIENT_FUNDS, 20));
        assertThat(world.say(new LedgerCommand.PostHold(hold, 30))).isEqualTo(new LedgerOutcome.Posted(30));
        assertThat(world.balance(AIKO)).isEqualTo(70);
        assertThat(world.pending(AIKO, Side.DEBIT)).isZero();
        assertThat(world.say(new LedgerCommand.VoidHold(hold))).isEqualTo(new Refused(Refusal.HOLD_NOT_FOUND));
    }

    @Test
    void aChainOfHoldsIsPostedOrVoidedAsAWhole() {
        world.fund(AIKO, 100);
        OperationId first = hold(0, debit(AIKOS, 30), credit(BENS, 30));
        OperationId second = hold(1_000, debit(AIKOS, 40), credit(BENS, 40));
        world.now += 1_000;
        List<Outcome> outcomes = world.frame(List.of(
                world.linked(new LedgerCommand.PostHold(first, 0)),
                world.request(new LedgerCommand.PostHold(second, 0))));
        assertThat(outcomes).containsExactly(new Refused(Refusal.CHAIN_BROKEN, 1), new Refused(Refusal.HOLD_NOT_FOUND));
        assertThat(world.pending(AIKO, Side.DEBIT)).isEqualTo(30);
        assertThat(world.balance(BEN)).isZero();
    }

    @Test
    void aHoldExpiresAtItsTime() {
        world.fund(AIKO, 100);
        hold(60_000, debit(AIKOS, 80), credit(BENS, 80));
        world.pass(59_999);
        assertThat(world.pending(AIKO, Side.DEBIT)).isEqualTo(80);
        world.pass(1);
        assertThat(world.pending(AIKO, Side.DEBIT)).isZero();
    }

    @Test
    void entriesAreNumberedAndCarryTheBalanceAfterThem() {
        world.fund(AIKO, 100);
        world.events.clear();
        book(debit(AIKOS, 30), credit(BENS, 30));
        assertThat(world.events)
                .containsExactly(
                        new Event.Entry(AIKOS, 2, sekisho.protocol.EntryKind.POSTED, Side.DEBIT, 30, 70),
                        new Event.Entry(BENS, 1, sekisho.protocol.EntryKind.POSTED, Side.CREDIT, 30, 30));
    }

    @Test
    void anEffectiveTimeIsToldBesideTheBookedOne() {
        world.fund(AIKO, 100);
        world.events.clear();
        LedgerCommand command =
                new LedgerCommand.Book(List.of(debit(AIKOS, 30), credit(BENS, 30)), false, OperationId.NONE);
        Request later =
                new Request(BOOK, Scenario.CLIENT, world.id(), 1, false, false, world.now - 86_400_000, command);
        world.send(later);
        assertThat(world.events.getFirst()).isEqualTo(new Event.Effective(world.now - 86_400_000));
        Request future = new Request(BOOK, Scenario.CLIENT, world.id(), 1, false, false, world.now + 1, command);
        assertThat(world.send(future)).isEqualTo(new Refused(Refusal.EFFECTIVE_IN_THE_FUTURE, world.now));
    }

    private OperationId hold(long millis, Line... lines) {
        Request request = world.request(new LedgerCommand.Hold(List.of(lines), millis));
        assertThat(world.send(request).accepted()).isTrue();
        return request.operation();
    }

    private Outcome book(Line... lines) {
        return world.say(new LedgerCommand.Book(List.of(lines), false, OperationId.NONE));
    }

    private static Line debit(AccountKey account, long amount) {
        return new Line(account, Side.DEBIT, amount);
    }

    private static Line credit(AccountKey account, long amount) {
        return new Line(account, Side.CREDIT, amount);
    }
}
