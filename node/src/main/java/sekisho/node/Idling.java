package sekisho.node;

import java.time.Duration;
import java.util.function.Supplier;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * What threads do that have nothing to do: spin a little, yield a little, then sleep, longer each time. Threads that
 * only spin would starve a small machine.
 *
 * @param spins times to spin
 * @param yields times to yield after it
 * @param shortest first sleep
 * @param longest last sleep, which is also the longest delay of a first message
 */
public record Idling(int spins, int yields, Duration shortest, Duration longest) {

    /**
     * For a machine that is shared, down to two cores. Nobody yields: threads that yield to each other keep both cores busy
     * with nothing, and whoever completes a write to the disk has to wait for them (docs/decisions/0006).
     */
    public static final Idling BACKOFF = new Idling(10, 0, Duration.ofNanos(50_000), Duration.ofMillis(1));

    /** For a machine with a core to spare for each of the node's four threads. */
    public static final Idling EAGER = new Idling(1_000, 1_000, Duration.ofNanos(1_000), Duration.ofNanos(100_000));

    IdleStrategy strategy() {
        return new BackoffIdleStrategy(spins, yields, shortest.toNanos(), longest.toNanos());
    }

    Supplier<IdleStrategy> supplier() {
        return this::strategy;
    }
}
