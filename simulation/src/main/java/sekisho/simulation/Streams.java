package sekisho.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sekisho.auditor.Glance;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.StreamEntry;

/** Ordered streams: in order, repeated, with gaps, with another history than the one that was applied. */
final class Streams {

    private static final int STREAMS = 16;

    private final Chance chance;
    private final Glance glance;

    Streams(Chance chance, Glance glance) {
        this.chance = chance;
        this.glance = glance;
    }

    Message.OfStream message(BookId book, ClientId client, Supplier<Command<?>> acts) {
        StreamEntry first = next(client, 1 + chance.skewed(STREAMS));
        first = switch (chance.below(12)) {
            case 0 -> new StreamEntry(first.stream(), first.sequence() + 1, first.chainHash());
            case 1 -> new StreamEntry(first.stream(), first.sequence(), first.chainHash() ^ 1);
            case 2, 3 -> new StreamEntry(first.stream(), Math.max(1, first.sequence() - 1), first.chainHash());
            case 4 -> new StreamEntry(first.stream(), 1, 0);
            default -> first;
        };
        List<Message.Entry> entries = new ArrayList<>();
        for (int count = 1 + chance.skewed(8); count > 0; count--) {
            entries.add(new Message.Entry(acts.get(), 0));
        }
        return new Message.OfStream(book, client, first, entries);
    }

    /** The entry that the engine waits for. */
    StreamEntry next(ClientId client, long stream) {
        return glance.stream(client, stream)
                .map(row -> new StreamEntry(stream, row.last() + 1, row.chainHash()))
                .orElseGet(() -> new StreamEntry(stream, 1, 0));
    }
}
