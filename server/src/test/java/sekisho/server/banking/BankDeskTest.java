package sekisho.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Event.InstructionChanged;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

final class BankDeskTest {
    private static final int MOST = 4;

    private final BankDesk desk = new BankDesk(MOST);

    @Test
    void queuesNothingBeforeItBegins() throws Exception {
        desk.changed(requested(1));
        desk.changed(requested(2));
        // Claimed further on in the log: somebody may have called the bank.
        desk.changed(with(1, InstructionStatus.CLAIMED));
        assertThat(take()).isNull();
        desk.begin();
        assertThat(List.of(some(), some()))
                .containsExactlyInAnyOrder(
                        new Errand.Ask(with(1, InstructionStatus.CLAIMED)), new Errand.Carry(requested(2)));
    }

    @Test
    void carriesInTheOrderOfTheLog() throws Exception {
        desk.begin();
        IntStream.rangeClosed(1, 4).forEach(i -> desk.changed(requested(i)));
        assertThat(all()).extracting(errand -> errand.id().low()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void takesTurnsBetweenCarryingAndAsking() throws Exception {
        desk.begin();
        desk.changed(requested(1));
        desk.changed(requested(2));
        desk.due(with(3, InstructionStatus.IN_DOUBT));
        desk.due(with(4, InstructionStatus.IN_DOUBT));
        assertThat(all())
                .extracting(Object::getClass)
                .containsExactly(Errand.Ask.class, Errand.Carry.class, Errand.Ask.class, Errand.Carry.class);
    }

    @Test
    void asksFirstIfItIsToldTo() throws Exception {
        desk.begin();
        desk.due(with(1, InstructionStatus.IN_DOUBT));
        desk.changed(requested(2));
        desk.due(with(3, InstructionStatus.IN_DOUBT));
        assertThat(desk.take(Duration.ZERO, true)).isInstanceOf(Errand.Ask.class);
        assertThat(desk.take(Duration.ZERO, true)).isInstanceOf(Errand.Ask.class);
        assertThat(desk.take(Duration.ZERO, true)).isInstanceOf(Errand.Carry.class);
    }

    @Test
    void anInstructionIsQueuedOrUnderWayOnce() throws Exception {
        desk.begin();
        desk.due(with(1, InstructionStatus.IN_DOUBT));
        desk.due(with(1, InstructionStatus.IN_DOUBT));
        Errand errand = some();
        desk.due(with(1, InstructionStatus.IN_DOUBT));
        assertThat(take()).isNull();
        desk.ended(errand);
        desk.askAgain(errand.id());
        assertThat(take()).isEqualTo(errand);
    }

    @Test
    void isNotToldThatAClaimedInstructionIsUnclaimed() throws Exception {
        desk.begin();
        desk.changed(requested(1));
        Errand carry = some();
        desk.claimed(with(1, InstructionStatus.CLAIMED));
        desk.ended(carry);
        // The reader of the log is behind.
        desk.changed(requested(1));
        desk.carryAgain(carry.id());
        assertThat(take()).isNull();
        desk.askAgain(carry.id());
        assertThat(take()).isEqualTo(new Errand.Ask(with(1, InstructionStatus.CLAIMED)));
    }

    @Test
    void forgetsWhatHasEnded() throws Exception {
        desk.begin();
        desk.changed(requested(1));
        desk.due(with(2, InstructionStatus.IN_DOUBT));
        desk.changed(with(1, InstructionStatus.WITHDRAWN));
        desk.changed(with(2, InstructionStatus.SETTLED));
        assertThat(take()).isNull();
        assertThat(desk.counts()).isEqualTo(new BankDesk.Counts(0, 0, 0, 0));
    }

    @Test
    void leavesInTheLogWhatItHasNoRoomFor() throws Exception {
        desk.begin();
        IntStream.rangeClosed(1, 6).forEach(i -> desk.changed(requested(i)));
        assertThat(desk.counts()).isEqualTo(new BankDesk.Counts(MOST, MOST, 0, 2));
        assertThat(desk.room()).isZero();
        assertThat(desk.wantsMore()).isFalse();
        List<Errand> first = all();
        assertThat(first).hasSize(MOST);
        desk.changed(with(1, InstructionStatus.SETTLED));
        assertThat(desk.wantsMore()).isTrue();
        // Five are open, and one more can be known: not all that was left is taken up.
        desk.takeUp(
                IntStream.rangeClosed(2, 6).mapToObj(BankDeskTest::requested).toList());
        assertThat(all()).containsExactly(new Errand.Carry(requested(5)));
        first.forEach(errand -> desk.forget(errand.id()));
        assertThat(desk.wantsMore()).isTrue();
        desk.takeUp(List.of(requested(5), requested(6)));
        assertThat(all()).containsExactly(new Errand.Carry(requested(6)));
        assertThat(desk.wantsMore()).isFalse();
    }

    @Test
    void asksAboutDoubtsTheOldestFirst() throws Exception {
        desk.begin();
        desk.changed(requested(1));
        assertThat(some()).isInstanceOf(Errand.Carry.class);
        desk.changed(with(2, InstructionStatus.IN_DOUBT));
        desk.changed(with(3, InstructionStatus.IN_DOUBT));
        desk.askAboutDoubts(1);
        assertThat(all()).extracting(errand -> errand.id().low()).containsExactly(2L);
    }

    @Test
    void aSecondLookNeedsNoOpenInstruction() throws Exception {
        desk.begin();
        var look = new Errand.LookAgain(with(1, InstructionStatus.CLAIMED), 0);
        desk.lookAgain(look);
        desk.changed(with(1, InstructionStatus.SETTLED));
        assertThat(take()).isEqualTo(look);
    }

    private @Nullable Errand take() throws InterruptedException {
        return desk.take(Duration.ZERO, false);
    }

    private Errand some() throws InterruptedException {
        return Objects.requireNonNull(take());
    }

    private List<Errand> all() throws InterruptedException {
        var errands = new ArrayList<Errand>();
        for (Errand errand = take(); errand != null; errand = take()) {
            errands.add(errand);
        }
        return errands;
    }

    private static InstructionChanged requested(int number) {
        return with(number, InstructionStatus.REQUESTED);
    }

    private static InstructionChanged with(int number, InstructionStatus status) {
        return new InstructionChanged(
                new OperationId(7, number),
                status,
                BankOperation.TOP_UPS,
                new BankId(1),
                new WalletId(1),
                new OperationId(8, 8),
                Money.yen(100),
                0);
    }
}
