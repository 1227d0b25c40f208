package sekisho.server.banking;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Answer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.Event.InstructionChanged;
import sekisho.protocol.OperationId;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/**
 * Finds open instructions by reading the outcome log from its beginning; later questions read only what is new. Exact,
 * and slow to start on a long log: for tests, drills and homes without a projection. Any thread.
 */
public final class LogOpenInstructions implements OpenInstructions, AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final OutcomeLogReader reader;
    private final Map<OperationId, InstructionChanged> open = new LinkedHashMap<>();

    /** @param home of the node */
    public LogOpenInstructions(Path home) {
        reader = new OutcomeLogReader(home, 0);
    }

    @Override
    public long show(Consumer<InstructionChanged> to) {
        lock.lock();
        try {
            reader.readAll(new Changes());
            open.values().forEach(to);
            return reader.position();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<InstructionChanged> oldest(BankId bank, int atMost) {
        lock.lock();
        try {
            reader.readAll(new Changes());
            return open.values().stream()
                    .filter(one -> one.bank().equals(bank))
                    .limit(atMost)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            reader.close();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the last change of each open instruction. */
    private final class Changes implements OutcomeVisitor {
        @Override
        public void step(long position, long stamp) {}

        @Override
        public void event(Event event) {
            if (event instanceof InstructionChanged change) {
                if (change.status().open()) {
                    open.put(change.instruction(), change);
                } else {
                    open.remove(change.instruction());
                }
            }
        }

        @Override
        public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {}

        @Override
        public void timePassed() {}
    }
}
