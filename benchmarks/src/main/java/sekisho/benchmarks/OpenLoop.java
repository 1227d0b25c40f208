package sekisho.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import sekisho.gateway.Frame;
import sekisho.gateway.FrameListener;
import sekisho.gateway.Gateway;
import sekisho.gateway.Lane;
import sekisho.gateway.Submission;
import sekisho.wire.Answers;

/**
 * Load that sends single transfers by the clock, whether answers come or not, as customers do. A latency counts from the moment at which the
 * transfer should have been sent, so that a system that stands still cannot hide it. Owned by one thread.
 */
final class OpenLoop {
    private static final long NAP_NANOS = 20_000;
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(100);

    private final Gateway gateway;
    private final Transfers transfers;
    private final int perSecond;
    private final Histogram latencies = new Histogram(MAX_NANOS, 3);
    private final Replies replies = new Replies();
    private final AtomicLong refusedByGateway = new AtomicLong();
    private long measureFrom;

    OpenLoop(Gateway gateway, Transfers transfers, int perSecond) {
        this.gateway = gateway;
        this.transfers = transfers;
        this.perSecond = perSecond;
    }

    /** Runs for a while; only what should have been sent after the warm-up counts. */
    void run(Duration warmUp, Duration measured) {
        long beginMillis = System.currentTimeMillis();
        long begin = System.nanoTime();
        measureFrom = begin + warmUp.toNanos();
        long count = perSecond * warmUp.plus(measured).toMillis() / 1_000;
        for (long number = 0; number < count; number++) {
            long due = begin + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(NAP_NANOS);
            }
            send(number, beginMillis + number * 1_000 / perSecond, due);
        }
        await(count);
    }

    /** The latency that a share of the transfers did not exceed, in milliseconds. */
    double percentileMillis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** Transfers without an answer. */
    long failures() {
        return replies.lost() + refusedByGateway.get();
    }

    Replies replies() {
        return replies;
    }

    private void send(long number, long millis, long due) {
        Frame frame = gateway.newFrame(Lane.SINGLE);
        frame.begin().add(transfers.id(number, millis), transfers.command(number), false, false, 0);
        if (!gateway.trySubmit(frame, new Timed(replies.listener(number, 1), due))) {
            gateway.release(frame);
            refusedByGateway.incrementAndGet();
        }
    }

    private void await(long count) {
        long deadline = System.nanoTime() + NodeUnderLoad.DEADLINE.toNanos() + TimeUnit.SECONDS.toNanos(10);
        while (replies.settled() + refusedByGateway.get() < count && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Takes the time of one transfer. */
    private final class Timed implements FrameListener {
        private final FrameListener next;
        private final long due;

        Timed(FrameListener next, long due) {
            this.next = next;
            this.due = due;
        }

        @Override
        public void answered(Answers answers) {
            if (due - measureFrom >= 0) {
                latencies.recordValue(Math.min(MAX_NANOS, System.nanoTime() - due));
            }
            next.answered(answers);
        }

        @Override
        public void notSent(Submission.Why why) {
            next.notSent(why);
        }

        @Override
        public void unconfirmed() {
            next.unconfirmed();
        }
    }
}
