package sekisho.banksimulator.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TemperTest {
    private static final int CALLS = 10_000;

    @Test
    void misbehavesInTheShareThatWasAskedFor() {
        var temper = new Temper(
                Conduct.of(42, Misbehaviour.often(Fault.DOWN, 0.2), Misbehaviour.often(Fault.LOSES_ANSWER, 0.5)));
        List<Optional<Misbehaviour>> suffered = suffered(temper);
        assertThat(count(suffered, Fault.DOWN)).isBetween(1_850, 2_150);
        assertThat(count(suffered, Fault.LOSES_ANSWER)).isBetween(3_800, 4_200);
    }

    @Test
    void theSameSeedMakesTheSameCallsSuffer() {
        var conduct = Conduct.of(7, Misbehaviour.often(Fault.DOWN, 0.3));
        assertThat(suffered(new Temper(conduct))).isEqualTo(suffered(new Temper(conduct)));
        assertThat(suffered(new Temper(conduct)))
                .isNotEqualTo(suffered(new Temper(Conduct.of(8, Misbehaviour.often(Fault.DOWN, 0.3)))));
    }

    @Test
    void aRepeatedCallIsLuckySometime() {
        var temper = new Temper(Conduct.of(7, Misbehaviour.often(Fault.DOWN, 0.5)));
        assertThat(IntStream.range(0, 50).mapToObj(_ -> temper.next(CallKind.DEBIT, "key")))
                .contains(Optional.empty());
    }

    @Test
    void enquiriesAreNotLiedTo() {
        var temper = new Temper(Conduct.of(1, Misbehaviour.always(Fault.SAYS_DECLINED)));
        assertThat(temper.next(CallKind.CREDIT, "key")).isPresent();
        assertThat(temper.next(CallKind.ENQUIRY, "key")).isEmpty();
    }

    @Test
    void oneCallKindCanBeChosen() {
        var temper = new Temper(Conduct.of(1, Misbehaviour.always(Fault.DOWN).on(CallKind.ENQUIRY)));
        assertThat(temper.next(CallKind.DEBIT, "key")).isEmpty();
        assertThat(temper.next(CallKind.ENQUIRY, "key")).isPresent();
    }

    @Test
    void whatHangsGoesOnWhenTheBankBehavesAgain() throws Exception {
        var temper = new Temper(Conduct.of(1, Misbehaviour.always(Fault.HANGS)));
        var hung = CompletableFuture.runAsync(() -> {
            try {
                temper.hold();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(20);
        assertThat(hung).isNotDone();
        temper.set(Conduct.GOOD);
        hung.get(5, TimeUnit.SECONDS);
    }

    private static List<Optional<Misbehaviour>> suffered(Temper temper) {
        return IntStream.range(0, CALLS)
                .mapToObj(i -> temper.next(CallKind.DEBIT, "key " + i))
                .toList();
    }

    private static int count(List<Optional<Misbehaviour>> suffered, Fault fault) {
        return (int) suffered.stream()
                .flatMap(Optional::stream)
                .filter(one -> one.fault() == fault)
                .count();
    }
}
