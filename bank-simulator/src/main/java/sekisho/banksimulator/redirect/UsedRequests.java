package sekisho.banksimulator.redirect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Which requests were used, until they could not be used any more. Any thread. */
final class UsedRequests {
    private static final int MOST = 100_000;
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Instant> used = new HashMap<>();

    /** What a use is. */
    enum Use {
        FIRST,
        AGAIN,
        /** Too many to remember: nothing is used before some have expired. */
        FULL
    }

    Use use(String id, Instant expires, Instant now) {
        lock.lock();
        try {
            if (used.containsKey(id)) {
                return Use.AGAIN;
            }
            if (used.size() >= MOST) {
                used.values().removeIf(end -> end.isBefore(now.minus(CLOCK_DIFFERENCE)));
            }
            if (used.size() >= MOST) {
                return Use.FULL;
            }
            used.put(id, expires);
            return Use.FIRST;
        } finally {
            lock.unlock();
        }
    }
}
