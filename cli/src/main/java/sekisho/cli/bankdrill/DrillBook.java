package sekisho.cli.bankdrill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Answer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** What the outcome log says about every instruction, kept up to date by a thread of its own. Any thread may look. */
final class DrillBook implements OutcomeVisitor, AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final OutcomeLogReader reader;
    private final Map<OperationId, Line> lines = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * What is known of an instruction.
     *
     * @param doubted whether it ever was in doubt
     * @param contradicted whether the bank said one thing and then the other
     * @param endedNanos {@link System#nanoTime} when its end was read, 0 before
     */
    record Line(Event.InstructionChanged last, boolean doubted, boolean contradicted, long endedNanos) {

        boolean open() {
            return last.status().open();
        }

        BankId bank() {
            return last.bank();
        }

        Line changed(Event.InstructionChanged change) {
            boolean nowDoubted = doubted || change.status() == InstructionStatus.IN_DOUBT;
            long ended = endedNanos == 0 && !change.status().open() ? System.nanoTime() : endedNanos;
            return new Line(change, nowDoubted, contradicted, ended);
        }
    }

    DrillBook(Path home) {
        reader = new OutcomeLogReader(home, 0);
        thread = Thread.ofPlatform().name("drill-book").daemon().start(this::follow);
    }

    Collection<Line> lines() {
        return lines.values();
    }

    /** The line of an instruction whose start was answered. */
    Line line(OperationId id) throws InterruptedException {
        Line line = lines.get(id);
        while (line == null) {
            Thread.sleep(1);
            line = lines.get(id);
        }
        return line;
    }

    @Override
    public void step(long position, long stamp) {}

    @Override
    public void event(Event event) {
        if (event instanceof Event.InstructionChanged change) {
            lines.compute(
                    change.instruction(),
                    (_, line) -> (line == null ? new Line(change, false, false, 0) : line).changed(change));
        } else if (event instanceof Event.BankContradiction contradiction) {
            lines.computeIfPresent(
                    contradiction.instruction(),
                    (_, line) -> new Line(line.last(), line.doubted(), true, line.endedNanos()));
        }
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {}

    @Override
    public void timePassed() {}

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }

    private void follow() {
        while (!closed) {
            reader.await(this, LOOK);
        }
    }
}
