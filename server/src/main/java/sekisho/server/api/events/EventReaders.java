package sekisho.server.api.events;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.OutcomeLogReader;

/**
 * Readers of the outcome log that stand where somebody stopped reading, so that the next page begins there and not at
 * the begin of a segment. A few are kept; who comes back later than that finds his place anew. Any thread.
 */
final class EventReaders implements AutoCloseable {
    private static final int MOST_KEPT = 16;

    private final Path home;
    private final Map<Long, OutcomeLogReader> kept = new LinkedHashMap<>();
    private boolean closed;

    EventReaders(Path home) {
        this.home = home;
    }

    /** A reader of what follows a position; the caller's alone until it is given back. */
    OutcomeLogReader take(long after) {
        OutcomeLogReader found = find(after);
        return found != null ? found : new OutcomeLogReader(home, after);
    }

    /** Keeps a reader for who goes on where it stands. */
    synchronized void giveBack(OutcomeLogReader reader) {
        OutcomeLogReader same = closed ? reader : kept.put(reader.position(), reader);
        if (same != null) {
            same.close();
        }
        if (kept.size() > MOST_KEPT) {
            Iterator<OutcomeLogReader> oldest = kept.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }

    private synchronized @Nullable OutcomeLogReader find(long after) {
        return kept.remove(after);
    }

    @Override
    public synchronized void close() {
        closed = true;
        kept.values().forEach(OutcomeLogReader::close);
        kept.clear();
    }
}
