package sekisho.server.projection;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Threads that wait for positions. Any thread. */
final class Waiters {
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));
    private long reached;
    private boolean ended;

    private record Waiter(long position, CountDownLatch latch) {}

    /** The position that was reached last. */
    long reached() {
        lock.lock();
        try {
            return reached;
        } finally {
            lock.unlock();
        }
    }

    /** A position was reached: wakes those who wait for it, or for an earlier one. It may be an earlier one than before. */
    void reach(long position) {
        lock.lock();
        try {
            reached = position;
            while (!waiting.isEmpty() && waiting.peek().position() <= position) {
                waiting.poll().latch().countDown();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be reached: wakes all. */
    void end() {
        lock.lock();
        try {
            ended = true;
            waiting.forEach(waiter -> waiter.latch().countDown());
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a position; false: it was not reached in time, or the thread was interrupted. */
    boolean await(long position, Duration atMost) {
        var waiter = new Waiter(position, new CountDownLatch(1));
        lock.lock();
        try {
            if (reached >= position || ended) {
                return reached >= position;
            }
            waiting.add(waiter);
        } finally {
            lock.unlock();
        }
        try {
            return waiter.latch().await(atMost.toNanos(), TimeUnit.NANOSECONDS) && reached() >= position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            forget(waiter);
        }
    }

    private void forget(Waiter waiter) {
        if (waiter.latch().getCount() > 0) {
            lock.lock();
            try {
                waiting.remove(waiter);
            } finally {
                lock.unlock();
            }
        }
    }
}
