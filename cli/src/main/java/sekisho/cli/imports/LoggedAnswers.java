package sekisho.cli.imports;

import java.nio.file.Path;
import java.util.function.ObjLongConsumer;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;
import sekisho.wire.OutcomeVisitor;

/** Finds the answers to a stream's entries in the outcome log: the first one of each, not the repeats. Owned by one thread. */
public final class LoggedAnswers implements OutcomeVisitor {
    private final long stream;
    private final ObjLongConsumer<Answer> to;

    private LoggedAnswers(long stream, ObjLongConsumer<Answer> to) {
        this.stream = stream;
        this.to = to;
    }

    /**
     * Reads the log of a home.
     *
     * @param afterPosition where to begin; 0: with the first step
     * @param stream the name of an imported stream
     * @param to is told each answer with its entry's sequence
     */
    public static void read(Path home, long afterPosition, String stream, ObjLongConsumer<Answer> to) {
        try (OutcomeLogReader log = new OutcomeLogReader(home, afterPosition)) {
            log.readAll(new LoggedAnswers(Hashes.streamNumber(stream), to));
        }
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
        if (client.equals(Import.CLIENT)
                && key instanceof StreamEntry entry
                && entry.stream() == stream
                && !answer.repeated()) {
            to.accept(answer, entry.sequence());
        }
    }

    @Override
    public void step(long position, long stamp) {}

    @Override
    public void event(Event event) {}

    @Override
    public void timePassed() {}
}
