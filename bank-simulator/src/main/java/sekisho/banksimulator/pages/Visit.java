package sekisho.banksimulator.pages;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One browser at one bank. Its fields belong to the holder of its lock. */
final class Visit {
    private final ReentrantLock lock = new ReentrantLock();
    private final String id;
    private final String csrf;
    private volatile Instant seen;
    private Stage stage;

    Visit(String id, String csrf, Stage stage, Instant now) {
        this.id = id;
        this.csrf = csrf;
        this.stage = stage;
        this.seen = now;
    }

    /** The browser's cookie. */
    String id() {
        return id;
    }

    /** What its forms carry. */
    String csrf() {
        return csrf;
    }

    Instant seen() {
        return seen;
    }

    void see(Instant now) {
        seen = now;
    }

    Stage stage() {
        return stage;
    }

    void move(Stage next) {
        stage = next;
    }

    /** One click at a time: a double click finds what the first has done. */
    <T> T alone(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
