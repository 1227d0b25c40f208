package sekisho.node;

import java.util.concurrent.locks.LockSupport;

/** Threads of the node that sleep between looks. */
final class Threads {
    private static final long LONGEST_MILLIS = 30_000;

    private Threads() {}

    /** Waits for a thread that has been told to end. From that thread itself: returns at once. */
    static void awaitEnd(Thread thread) {
        if (Thread.currentThread() == thread) {
            return;
        }
        LockSupport.unpark(thread);
        try {
            thread.join(LONGEST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
