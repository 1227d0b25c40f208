package sekisho.banksimulator.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How often an account may be asked about, and how often one source may ask, within 24 hours; whether there is such an account
 * makes no difference. Banks do not know of each other: each counts what it sees. Any thread.
 */
final class Allowances {
    static final int OF_AN_ACCOUNT = 5;
    static final int OF_A_SOURCE = 10;
    private static final Duration WITHIN = Duration.ofHours(24);
    private static final int MOST = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Instant>> times = new HashMap<>();

    /** Counts one request of a source about an account at a bank. Whether it is within what both may. */
    boolean take(String bank, String account, String source, Instant now) {
        lock.lock();
        try {
            if (times.size() >= MOST) {
                times.values().removeIf(past -> past.getLast().plus(WITHIN).isBefore(now));
            }
            boolean byAccount = take(bank + " account " + account, OF_AN_ACCOUNT, now);
            boolean bySource = take(bank + " source " + source, OF_A_SOURCE, now);
            return byAccount && bySource;
        } finally {
            lock.unlock();
        }
    }

    private boolean take(String name, int most, Instant now) {
        if (times.size() >= MOST && !times.containsKey(name)) {
            return false;
        }
        Deque<Instant> past = times.computeIfAbsent(name, _ -> new ArrayDeque<>());
        while (!past.isEmpty() && past.getFirst().plus(WITHIN).isBefore(now)) {
            past.removeFirst();
        }
        past.addLast(now);
        if (past.size() > most + 1) {
            past.removeFirst();
        }
        return past.size() <= most;
    }
}
