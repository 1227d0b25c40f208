package sekisho.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import sekisho.gateway.Frame;
import sekisho.gateway.Gateway;
import sekisho.gateway.Lane;
import sekisho.wire.FrameEncoder;

/**
 * Load that keeps so many transfers on their way: a new frame goes out when an answer has made room. It finds the highest rate. Owned by
 * one thread.
 */
final class ClosedLoop {
    private static final long NAP_NANOS = 20_000;

    private final Gateway gateway;
    private final Transfers transfers;
    private final int frameSize;
    private final long window;
    private final Replies replies = new Replies();
    private final Stamps stamps = new Stamps();

    /**
     * Makes a load.
     *
     * @param frameSize transfers in a frame; 1 goes the way of single commands
     * @param window transfers that may be on their way
     */
    ClosedLoop(Gateway gateway, Transfers transfers, int frameSize, long window) {
        this.gateway = gateway;
        this.transfers = transfers;
        this.frameSize = frameSize;
        this.window = window;
    }

    /** Runs for a while; returns the answers a second. */
    double run(Duration warmUp, Duration measured) {
        long began = System.nanoTime();
        sendUntil(() -> System.nanoTime() - began >= warmUp.toNanos());
        long answeredBefore = replies.answered();
        long measuring = System.nanoTime();
        sendUntil(() -> System.nanoTime() - measuring >= measured.toNanos());
        long answers = replies.answered() - answeredBefore;
        double seconds = (System.nanoTime() - measuring) / 1e9;
        awaitAll();
        return answers / seconds;
    }

    /** Sends on until told to stop. */
    void sendUntil(BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            if (sent() - replies.settled() + frameSize > window) {
                LockSupport.parkNanos(NAP_NANOS);
            } else {
                long millis = System.currentTimeMillis();
                send(stamps.count(), millis, replies);
                stamps.add(millis);
            }
        }
    }

    /** Waits until the fate of everything is known. */
    void awaitAll() {
        await(replies);
    }

    /** Sends every frame again as it was; what comes back should be the same answers, all of them repeats. */
    Replies repeatAll() {
        Replies repeats = new Replies();
        for (int frame = 0; frame < stamps.count(); frame++) {
            while ((long) frame * frameSize - repeats.settled() + frameSize > window) {
                LockSupport.parkNanos(NAP_NANOS);
            }
            send(frame, stamps.get(frame), repeats);
        }
        await(repeats);
        return repeats;
    }

    /** Transfers that were sent. */
    long sent() {
        return (long) stamps.count() * frameSize;
    }

    Replies replies() {
        return replies;
    }

    private void send(int frameNumber, long millis, Replies to) {
        Frame frame = gateway.newFrame(frameSize == 1 ? Lane.SINGLE : Lane.BULK);
        FrameEncoder encoder = frame.begin();
        long first = (long) frameNumber * frameSize;
        for (long number = first; number < first + frameSize; number++) {
            encoder.add(transfers.id(number, millis), transfers.command(number), false, false, 0);
        }
        var listener = to.listener(first, frameSize);
        while (!gateway.trySubmit(frame, listener)) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    private void await(Replies of) {
        long deadline = System.nanoTime() + NodeUnderLoad.DEADLINE.toNanos() + TimeUnit.SECONDS.toNanos(10);
        while (of.settled() < sent()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the gateway has forgotten frames");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
