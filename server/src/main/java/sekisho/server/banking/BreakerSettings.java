package sekisho.server.banking;

import java.time.Duration;

/**
 * When a bank is left alone, and for how long.
 *
 * @param calls so many of the last calls are looked at
 * @param fewest no verdict before so many calls
 * @param faultyPercent so many of them faulty (1 to 100): the breaker opens
 * @param openFor after this the bank is tried again
 * @param trials calls of such a try, which must go well
 */
public record BreakerSettings(int calls, int fewest, int faultyPercent, Duration openFor, int trials) {

    /** Half of the last 20 calls faulty, at least 10 calls; 10 seconds; 3 trials. */
    public static final BreakerSettings STANDARD = new BreakerSettings(20, 10, 50, Duration.ofSeconds(10), 3);
}
