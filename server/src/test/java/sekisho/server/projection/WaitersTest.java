package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class WaitersTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Waiters waiters = new Waiters();

    @Test
    void aThousandThreadsAreWokenByTheirOwnPositions() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<CompletableFuture<Boolean>>();
            for (int i = 0; i < 1_000; i++) {
                long position = i;
                waiting.add(CompletableFuture.supplyAsync(() -> waiters.await(position, LONG), threads));
            }
            for (int reached = 0; reached < 1_000; reached += 100) {
                waiters.reach(reached);
                assertThat(waiting.get(reached)).succeedsWithin(LONG).isEqualTo(true);
                assertThat(waiting.get(999)).isNotDone();
            }
            waiters.reach(999);
            assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(LONG);
        }
    }

    @Test
    void aWaitIsBoundedAndEndsWithTheProjector() {
        assertThat(waiters.await(1, Duration.ofMillis(5))).isFalse();
        var waiting = CompletableFuture.supplyAsync(() -> waiters.await(1, LONG));
        waiters.end();
        assertThat(waiting).succeedsWithin(LONG).isEqualTo(false);
        assertThat(waiters.await(1, LONG)).isFalse();
    }

    @Test
    void aPositionThatTheDatabaseLostIsNotReachedAnyMore() {
        waiters.reach(10);
        assertThat(waiters.await(10, Duration.ZERO)).isTrue();
        waiters.reach(4);
        assertThat(waiters.reached()).isEqualTo(4);
        assertThat(waiters.await(10, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();
        assertThat(waiters.await(1, LONG)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
