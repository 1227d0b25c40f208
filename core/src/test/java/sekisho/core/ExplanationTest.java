package sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.core.Checkpoint.ACCOUNT;
import static sekisho.core.Checkpoint.AIKO;
import static sekisho.core.Checkpoint.BEN;
import static sekisho.core.Checkpoint.DAY;
import static sekisho.core.Checkpoint.ELECTRONICS;
import static sekisho.core.Checkpoint.WEAK;
import static sekisho.core.Checkpoint.yen;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sekisho.core.explain.Behind;
import sekisho.core.explain.Explanation;
import sekisho.core.explain.Linked;
import sekisho.core.explain.Reason;
import sekisho.core.explain.Standing;
import sekisho.core.explain.Sum;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.OperationId;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;

/** What an explanation holds, and that asking for one changes nothing. */
final class ExplanationTest {

    private final Checkpoint it = Checkpoint.verified();

    private Explanation why(Command<?> command) {
        return it.core.explain(it.request(command));
    }

    private static <R extends Reason> R reason(Explanation why, Class<R> type) {
        return why.reasons().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private OperationId weak() {
        OperationId link = it.active(AIKO, WEAK, ACCOUNT);
        it.pass(DAY);
        return link;
    }

    @Test
    void namesTheMomentFromWhichOnMoreMayCome() {
        OperationId link = weak();
        assertThat(it.topUp(AIKO, link, 10_000).accepted()).isTrue();
        var topUp = new TopUpCommand.Start(AIKO, link, yen(1));
        Explanation why = why(topUp);
        assertThat(why.refusal()).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        var ladder = reason(why, Linked.Ladder.class);
        assertThat(ladder.in24Hours()).isEqualTo(10_000);
        assertThat(ladder.rung()).isEqualTo(new Linked.Rung(DAY, 10_000, 30_000));
        it.pass(ladder.nextLeaves() - it.now - 1);
        assertThat(it.say(topUp)).isEqualTo(new Refused(Refusal.OVER_LADDER_ACCOUNT, 0));
        it.pass(1);
        assertThat(it.say(topUp).accepted()).isTrue();
    }

    @Test
    void tellsYoungMoneyAndWhatOfItIsHeld() {
        it.topUp(AIKO, weak(), 8_000);
        var send = new TransferCommand.Send(AIKO, BEN, yen(1_000), false, 0);
        Explanation why = why(send);
        assertThat(why.refusal()).isEqualTo(new Refused(Refusal.YOUNG_MONEY, 0)).isEqualTo(it.say(send));
        assertThat(reason(why, Sum.Age.class).lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot).isEqualTo(new Sum.Lot(8_000, lot.until(), true, false)));

        it.approvedByOne(new CheckpointCommand.LockAccount(WEAK, ACCOUNT, 1));
        var pay = new PaymentCommand.Pay(AIKO, ELECTRONICS, yen(1), 0);
        assertThat(why(pay).refusal())
                .isEqualTo(new Refused(Refusal.MONEY_DISPUTED, 0))
                .isEqualTo(it.say(pay));
        assertThat(reason(why(pay), Sum.Age.class).lots())
                .singleElement()
                .extracting(Sum.Lot::disputed)
                .isEqualTo(true);
    }

    @Test
    void tellsWhoSignedAndWhatTheIdentityRestsOn() {
        var ask = new CheckpointCommand.Ask(AIKO, WEAK, 1, Checkpoint.session(), Checkpoint.nonce());
        Explanation bare = why(ask);
        assertThat(bare.refusal()).isEqualTo(new Refused(Refusal.STEP_UP_MISSING));
        Explanation signed = it.core.explain(it.owned(it.request(ask), AIKO));
        assertThat(signed.refusal()).isNull();
        assertThat(reason(signed, Behind.StepUp.class).signers())
                .singleElement()
                .extracting(Behind.Signer::known)
                .isEqualTo(true);
        assertThat(reason(signed, Standing.Identity.class).ial()).isEqualTo(2);
        assertThat(reason(signed, Linked.Floor.class).version()).isEqualTo(1);
    }

    @Test
    void saysSoWhereItDoesNotTellAll() {
        Explanation why = why(new CheckpointCommand.Suspend(AIKO, weak(), 1));
        assertThat(why.refusal()).isEqualTo(new Refused(Refusal.APPROVALS_MISSING, 1));
        assertThat(why.whole()).isTrue();
        Explanation untold = why(new PaymentCommand.Void(weak()));
        assertThat(untold.refusal()).isNull();
        assertThat(untold.whole()).isFalse();
    }

    @Test
    void askingChangesNothing() {
        OperationId link = weak();
        it.topUp(AIKO, link, 5_000);
        List<StateRecord> before = new ArrayList<>();
        it.core.export(before::add);
        why(new TopUpCommand.Start(AIKO, link, yen(1)));
        why(new TransferCommand.Send(AIKO, BEN, yen(1), false, 0));
        List<StateRecord> after = new ArrayList<>();
        it.core.export(after::add);
        assertThat(after).isEqualTo(before);
    }
}
