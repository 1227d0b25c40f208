package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Scenario.AIKO;
import static sekisho.core.Scenario.BEN;
import static sekisho.core.Scenario.play;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TransferOutcome;
import sekisho.protocol.WalletCommand;

class TransferTest {

    private final Scenario world = new Scenario();

    @BeforeEach
    void aikoHasMoney() {
        world.fund(AIKO, 10_000);
        world.events.clear();
    }

    @Test
    void sendsWhatThePayerHas() {
        assertThat(send(1_200)).isEqualTo(new TransferOutcome.Sent(play(1_200), 8_800));
        assertThat(world.balance(AIKO)).isEqualTo(8_800);
        assertThat(world.balance(BEN)).isEqualTo(1_200);
    }

    @ParameterizedTest
    @CsvSource({"9999, true", "10000, true", "10001, false"})
    void refusesMoreThanIsAvailable(long amount, boolean accepted) {
        Outcome outcome = send(amount);
        if (accepted) {
            assertThat(outcome).isInstanceOf(TransferOutcome.Sent.class);
        } else {
            assertThat(outcome).isEqualTo(new Refused(Refusal.INSUFFICIENT_FUNDS, 10_000));
            assertThat(world.events).isEmpty();
        }
    }

    @Test
    void movesWhatIsThereUpToTheAmount() {
        Outcome outcome = world.say(new TransferCommand.Send(AIKO, BEN, play(50_000), true, 0));
        assertThat(outcome).isEqualTo(new TransferOutcome.Sent(play(10_000), 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 2000, true", "86399, 2000, false", "86400, 2000, false", "87300, 2000, true", "0, 2001, false"})
    void refusesMoreThanTheSlidingDayLets(long secondsLater, long amount, boolean accepted) {
        world.limit(Operation.SEND, new Limit(5_000, 4_000, Limit.NONE, Limit.NONE, Limit.NONE));
        send(secondsLater == 0 ? 2_000 : 4_000);
        world.pass(secondsLater * 1_000);
        assertThat(send(amount).accepted()).isEqualTo(accepted);
    }

    @Test
    void aRepeatGetsTheSameAnswerAndMovesNothing() {
        Request request = world.request(new TransferCommand.Send(AIKO, BEN, play(700), false, 0));
        Outcome first = world.send(request);
        Outcome again = world.send(request);
        assertThat(again).isEqualTo(first);
        assertThat(world.answers.getFirst().repeated()).isTrue();
        assertThat(world.balance(BEN)).isEqualTo(700);
    }

    @Test
    void theSameIdWithOtherContentsIsAConflict() {
        Request request = world.request(new TransferCommand.Send(AIKO, BEN, play(700), false, 0));
        world.send(request);
        Request other = Request.of(request.book(), request.client(), request.key(), 42, request.command());
        assertThat(world.send(other)).isEqualTo(new Refused(Refusal.REQUEST_CONFLICT));
    }

    @ParameterizedTest
    @CsvSource({"-900001, REQUEST_TOO_OLD", "60001, REQUEST_FROM_THE_FUTURE"})
    void refusesAnIdThatMayHaveBeenForgotten(long offset, Refusal refusal) {
        Request request = world.request(new TransferCommand.Send(AIKO, BEN, play(700), false, 0));
        var id = sekisho.protocol.RequestId.of(world.now + offset, 1, 1);
        Outcome outcome = world.send(Request.of(request.book(), request.client(), id, 1, request.command()));
        assertThat(((Refused) outcome).reason()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"DEBITS, DEBITS_FROZEN", "ALL, DEBITS_FROZEN"})
    void moneyDoesNotLeaveAFrozenWallet(FreezeScope scope, Refusal refusal) {
        world.say(new WalletCommand.Freeze(AIKO, scope, 0));
        assertThat(send(1)).isEqualTo(new Refused(refusal));
    }

    @Test
    void aChainHoldsOrLeavesNoTrace() {
        Request good = world.linked(new TransferCommand.Send(AIKO, BEN, play(6_000), false, 0));
        Request bad = world.request(new TransferCommand.Send(AIKO, BEN, play(6_000), false, 0));
        List<Outcome> outcomes = world.frame(List.of(good, bad));
        assertThat(outcomes)
                .containsExactly(new Refused(Refusal.CHAIN_BROKEN, 1), new Refused(Refusal.INSUFFICIENT_FUNDS, 4_000));
        assertThat(world.balance(BEN)).isZero();
        assertThat(world.events).isEmpty();
    }

    @Test
    void aDryRunAnswersAndChangesNothing() {
        Request request = world.request(new TransferCommand.Send(AIKO, BEN, play(700), false, 0));
        Request dry = new Request(
                request.book(),
                request.client(),
                request.key(),
                request.contentHash(),
                false,
                true,
                0,
                request.command());
        assertThat(world.send(dry)).isEqualTo(new TransferOutcome.Sent(play(700), 9_300));
        assertThat(world.balance(AIKO)).isEqualTo(10_000);
        assertThat(world.send(request)).isEqualTo(new TransferOutcome.Sent(play(700), 9_300));
        assertThat(world.answers.getFirst().repeated()).isFalse();
    }

    private Outcome send(long amount) {
        return world.say(new TransferCommand.Send(AIKO, BEN, play(amount), false, 0));
    }
}
