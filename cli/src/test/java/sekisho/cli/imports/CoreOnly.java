package sekisho.cli.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sekisho.core.Capacity;
import sekisho.core.Core;
import sekisho.core.Sink;
import sekisho.protocol.Answer;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.protocol.StreamEntry;
import sekisho.wire.ContentHash;

/** Plays scripts to an engine in this process, without logs. */
final class CoreOnly {
    private static final int FRAME = 500;
    private static final ClientId CLIENT = new ClientId(7);
    private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final Core core = new Core(Capacity.STANDARD);

    /** Plays a whole script; returns the answers' tally. */
    Tally play(Script script, long stream) {
        Tally tally = new Tally(script);
        StreamEntry key = new StreamEntry(stream, 1, 0);
        List<Request> frame = new ArrayList<>();
        for (int entry = 0; entry < script.count(); entry++) {
            Command<?> command = script.command(entry);
            long effectiveAt = script.effectiveAt(entry);
            long hash = ContentHash.of(Script.BOOK, effectiveAt, command);
            frame.add(new Request(Script.BOOK, CLIENT, key, hash, false, false, effectiveAt, command));
            key = key.next(hash);
            if (frame.size() == FRAME || entry == script.count() - 1) {
                core.frame(frame, NOW, new Counting(tally));
                frame = new ArrayList<>();
            }
        }
        return tally;
    }

    StateSummary summary() {
        StateSummary summary = new StateSummary();
        core.export(summary);
        return summary;
    }

    private record Counting(Tally tally) implements Sink {
        @Override
        public void event(Event event) {}

        @Override
        public void answered(Request request, Answer answer) {
            tally.count((int) ((StreamEntry) request.key()).sequence() - 1, answer);
        }

        @Override
        public void timePassed() {}
    }
}
