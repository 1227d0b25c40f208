package sekisho.benchmarks;

import java.nio.file.Path;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** Counts the transfers that an outcome log answers, each once. Owned by one thread. */
final class LoggedAnswers implements OutcomeVisitor {
    private long first;

    private LoggedAnswers() {}

    /** Reads the whole log of a home. */
    static long count(Path home) {
        LoggedAnswers counter = new LoggedAnswers();
        try (OutcomeLogReader log = new OutcomeLogReader(home, 0)) {
            log.readAll(counter);
        }
        return counter.first;
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
        if (client.equals(Population.CLIENT) && key instanceof RequestId && !answer.repeated()) {
            first++;
        }
    }

    @Override
    public void step(long position, long stamp) {}

    @Override
    public void event(Event event) {}

    @Override
    public void timePassed() {}
}
