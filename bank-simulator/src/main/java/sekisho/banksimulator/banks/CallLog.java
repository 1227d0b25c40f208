package sekisho.banksimulator.banks;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import sekisho.banksimulator.books.Order;
import sekisho.banksimulator.conduct.CallKind;
import sekisho.banksimulator.conduct.Fault;

/** The last calls that a bank received, and how many there ever were. Any thread. */
final class CallLog {
    private static final int MOST = 100_000;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<CallRecord> last = new ArrayDeque<>();
    private final Map<Long, Reply> replies = new HashMap<>();
    private long count;

    CallLog(InstantSource clock) {
        this.clock = clock;
    }

    /** A call came; its number. */
    long received(CallKind kind, Order order, @Nullable Fault fault) {
        lock.lock();
        try {
            count++;
            last.addLast(new CallRecord(count, clock.millis(), kind, order, fault, null));
            if (last.size() > MOST) {
                replies.remove(last.removeFirst().number());
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** A call ends. */
    void replied(long number, Reply reply) {
        lock.lock();
        try {
            if (number > count - last.size()) {
                replies.put(number, reply);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Calls behind a number, oldest first, at most so many. */
    List<CallRecord> after(long number, int atMost) {
        lock.lock();
        try {
            var calls = new ArrayList<CallRecord>();
            for (CallRecord call : last) {
                if (call.number() > number && calls.size() < atMost) {
                    calls.add(new CallRecord(
                            call.number(),
                            call.at(),
                            call.kind(),
                            call.order(),
                            call.fault(),
                            replies.get(call.number())));
                }
            }
            return calls;
        } finally {
            lock.unlock();
        }
    }
}
