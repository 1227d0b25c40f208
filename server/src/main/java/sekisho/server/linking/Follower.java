package sekisho.server.linking;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks one bank something again and again, on a virtual thread of its own, which waits for this bank and no other; a bank that does not
 * answer is asked less and less often.
 */
final class Follower implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 6;

    private final Supplier<Round> rounds;
    private final Supplier<Duration> period;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private int failures;
    private volatile boolean stopping;

    /**
     * Follows, once started.
     *
     * @param rounds asks once, and does what can be done
     * @param period how long to wait when all is done
     */
    Follower(String name, Supplier<Duration> period, Supplier<Round> rounds) {
        this.rounds = rounds;
        this.period = period;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** How it went. */
    enum Round {
        /** All is done. */
        QUIET,
        /** Something may be there in a moment, or the engine answers again. */
        WAITING,
        /** The bank or the database did not answer. */
        FAILED
    }

    void start() {
        thread.start();
    }

    /** The bank has something to tell. */
    void wake() {
        wakes.release();
    }

    private void run() {
        try {
            while (!stopping) {
                Duration pause = next(rounds.get());
                boolean _ = wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                // However often somebody knocks.
                Thread.sleep(BETWEEN);
                int _ = wakes.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration next(Round round) {
        failures = round == Round.FAILED ? failures + 1 : 0;
        return switch (round) {
            case QUIET -> period.get();
            case WAITING -> FIRST_PAUSE;
            case FAILED -> {
                Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
                yield pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            }
        };
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                boolean _ = thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
