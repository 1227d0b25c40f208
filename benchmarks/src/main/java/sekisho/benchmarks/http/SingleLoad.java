package sekisho.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Load that sends single transfers by the clock, whether answers come or not, as customers do. Owned by one thread.
 */
final class SingleLoad {
    private static final long NAP_NANOS = 50_000;
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(100);
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final InetSocketAddress address;
    private final TransferBytes requests;
    private final int connections;
    private final int perSecond;
    private final Histogram latencies = new Histogram(MAX_NANOS, 3);
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Deque<LoadConnection> idle = new ArrayDeque<>();
    private long measureFrom;
    private long measureTo;
    private long accepted;
    private long refused;
    private long failed;
    private long dropped;
    private long everAccepted;
    private long everFailed;

    /**
     * A load.
     *
     * @param connections so many requests are on their way at a time; twice as many may wait, more are dropped
     */
    SingleLoad(InetSocketAddress address, TransferBytes requests, int connections, int perSecond) {
        this.address = address;
        this.requests = requests;
        this.connections = connections;
        this.perSecond = perSecond;
    }

    /**
     * What came of it.
     *
     * @param accepted done, in the measured time; likewise the others
     * @param refused by the engine, for instance for want of money
     * @param failed anything else
     * @param dropped should have been sent, and was not for want of a connection
     * @param perSecond answers of the engine in the measured time
     * @param sent what happened from the beginning to the end, to be verified
     */
    record Result(
            long accepted,
            long refused,
            long failed,
            long dropped,
            double perSecond,
            Histogram latencies,
            SentTransfers sent) {
        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Runs for a while; only what should have been sent after the warm-up counts. */
    Result run(Duration warmUp, Duration measured) throws IOException {
        try (Selector selector = Selector.open()) {
            List<LoadConnection> all = new ArrayList<>(connections);
            try {
                for (int i = 0; i < connections; i++) {
                    all.add(new LoadConnection(address, selector, requests.length()));
                }
                idle.addAll(all);
                long begin = System.nanoTime();
                measureFrom = begin + warmUp.toNanos();
                measureTo = measureFrom + measured.toNanos();
                drive(selector, begin);
                drain(selector);
            } finally {
                for (LoadConnection connection : all) {
                    connection.close();
                }
            }
        }
        double seconds = measured.toNanos() / 1e9;
        return new Result(
                accepted,
                refused,
                failed,
                dropped,
                (accepted + refused) / seconds,
                latencies,
                new SentTransfers(everAccepted, everFailed));
    }

    private void drive(Selector selector, long begin) throws IOException {
        double nanosEach = 1e9 / perSecond;
        long sent = 0;
        long due = begin;
        while (due < measureTo) {
            long now = System.nanoTime();
            while (due <= now && due < measureTo) {
                offer(due);
                sent++;
                due = begin + (long) (sent * nanosEach);
            }
            // Napping although something is due soon costs less than it delays: the machine is the server's too.
            if (answers(selector) == 0) {
                LockSupport.parkNanos(NAP_NANOS);
            }
        }
    }

    private void drain(Selector selector) throws IOException {
        long deadline = System.nanoTime() + DRAIN_NANOS;
        while (idle.size() < connections && System.nanoTime() < deadline) {
            if (answers(selector) == 0) {
                LockSupport.parkNanos(NAP_NANOS);
            }
        }
        failed += connections - idle.size();
        everFailed += connections - idle.size();
    }

    private void offer(long due) throws IOException {
        LoadConnection connection = idle.poll();
        if (connection != null) {
            connection.send(requests.next(), due);
        } else if (waiting.size() < 2 * connections) {
            waiting.add(due);
        } else if (due >= measureFrom) {
            dropped++;
        }
    }

    private int answers(Selector selector) throws IOException {
        return selector.selectNow(key -> {
            var connection = (LoadConnection) key.attachment();
            try {
                if (key.isWritable()) {
                    connection.writeOn();
                }
                if (key.isReadable()) {
                    read(connection);
                }
            } catch (IOException e) {
                lost(connection);
            }
        });
    }

    private void read(LoadConnection connection) throws IOException {
        int status = connection.read();
        if (status < 0) {
            lost(connection);
        } else if (status > 0) {
            count(status, connection.due());
            next(connection);
        }
    }

    private void count(int status, long due) {
        long now = System.nanoTime();
        if (due >= measureFrom) {
            latencies.recordValue(Math.min(MAX_NANOS, now - due));
        }
        switch (status) {
            case 201 -> everAccepted++;
            case 422 -> {}
            default -> everFailed++;
        }
        if (now >= measureFrom && now < measureTo) {
            switch (status) {
                case 201 -> accepted++;
                case 422 -> refused++;
                default -> failed++;
            }
        }
    }

    private void lost(LoadConnection connection) {
        try {
            failed++;
            everFailed++;
            connection.reopen();
            next(connection);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void next(LoadConnection connection) throws IOException {
        Long due = waiting.poll();
        if (due == null) {
            idle.add(connection);
        } else {
            connection.send(requests.next(), due);
        }
    }
}
