package sekisho.server.banking;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sekisho.bank.BankConnector;
import sekisho.protocol.Event;

/** All that serves one bank. Any thread. */
final class BankPost {
    private static final System.Logger LOG = System.getLogger(BankPost.class.getName());
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final BankConnector connector;
    private final BankDesk desk;
    private final BankMetrics metrics;
    private final Dispatcher dispatcher;
    private final BankLine line;
    private volatile @Nullable Thread thread;

    BankPost(BankConnector connector, BankDesk desk, BankMetrics metrics, Dispatcher dispatcher, BankLine line) {
        this.connector = connector;
        this.desk = desk;
        this.metrics = metrics;
        this.dispatcher = dispatcher;
        this.line = line;
    }

    BankDesk desk() {
        return desk;
    }

    BankLine line() {
        return line;
    }

    /** Begins to work on what the desk knows. */
    void start() {
        thread = Thread.ofVirtual()
                .name("sekisho-bank-" + connector.bank().code())
                .start(dispatcher::run);
    }

    /** The bank has contradicted itself, says the log: a person must look. */
    void contradicted(Event.BankContradiction contradiction) {
        LOG.log(
                Level.ERROR,
                "bank %04d says %s about instruction %016x%016x, and said %s before"
                        .formatted(
                                contradiction.bank().code(),
                                contradiction.said(),
                                contradiction.instruction().high(),
                                contradiction.instruction().low(),
                                contradiction.before()));
        metrics.contradicted();
    }

    /** Begins nothing more. */
    void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Ends what is left. */
    void close() {
        Thread running = thread;
        try {
            if (running != null && !running.join(LAST_WAIT)) {
                LOG.log(Level.WARNING, "{0} does not end", running.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        metrics.close();
        connector.close();
    }
}
