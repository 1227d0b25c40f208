package sekisho.core;

import org.jspecify.annotations.Nullable;
import sekisho.core.journal.RequestJournal;
import sekisho.core.journal.Streams;
import sekisho.core.state.State;
import sekisho.core.time.Clock;
import sekisho.protocol.Answer;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Repeated;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.StreamEntry;

/** Whether a request was seen before, or may not be looked at; and remembers what it was answered. */
final class Seen {

    private final Clock clock;
    private final RequestJournal journal;
    private final Streams streams;
    private final Capacity capacity;

    Seen(State state, Capacity capacity) {
        clock = state.clock();
        journal = state.journal();
        streams = state.streams();
        this.capacity = capacity;
    }

    /** The answer to a request that must not be decided; null: decide it. */
    @Nullable
    Answer before(Request request) {
        return switch (request.key()) {
            case RequestId id -> {
                Answer known = known(request, id);
                yield known != null || request.dryRun() || journal.hasRoomFor(1) ? known : full();
            }
            case StreamEntry entry -> before(request, entry);
        };
    }

    /** The answer to a request whose id was answered or cannot be accepted; null: neither. */
    @Nullable
    Answer known(Request request, RequestId id) {
        long oldest = clock.now() - RequestJournal.MAX_AGE;
        long newest = clock.now() + RequestJournal.MAX_AHEAD;
        if (id.millis() < oldest) {
            return refused(Refusal.REQUEST_TOO_OLD, oldest);
        }
        if (id.millis() > newest) {
            return refused(Refusal.REQUEST_FROM_THE_FUTURE, newest);
        }
        RequestJournal.Remembered remembered = journal.find(request.client(), id, request.contentHash());
        if (remembered == null) {
            return null;
        }
        return remembered.sameContents()
                ? new Answer(remembered.outcome(), true)
                : refused(Refusal.REQUEST_CONFLICT, 0);
    }

    boolean hasRoomFor(long answers) {
        return journal.hasRoomFor(answers);
    }

    Answer full() {
        return refused(Refusal.JOURNAL_FULL, journal.capacity());
    }

    /** Remembers the answer to a request that was decided. */
    void remember(Request request, Outcome outcome) {
        switch (request.key()) {
            case RequestId id -> journal.remember(request.client(), id, request.contentHash(), outcome);
            case StreamEntry entry -> {
                int known = streams.find(request.client(), entry.stream());
                int row = known != 0 ? known : streams.add(request.client(), entry.stream());
                streams.advance(row, entry.sequence(), StreamEntry.chain(entry.chainHash(), request.contentHash()));
            }
        }
    }

    private @Nullable Answer before(Request request, StreamEntry entry) {
        if (request.dryRun()) {
            return refused(Refusal.CHAIN_MIXED, 0);
        }
        int row = streams.find(request.client(), entry.stream());
        long last = streams.last(row);
        if (entry.sequence() <= last) {
            return new Answer(new Repeated(last, streams.chainHash(row)), true);
        }
        if (entry.sequence() > last + 1) {
            return refused(Refusal.STREAM_GAP, last + 1);
        }
        if (entry.chainHash() != streams.chainHash(row)) {
            return refused(Refusal.STREAM_DIVERGED, last + 1);
        }
        return row == 0 && streams.count() >= capacity.streams()
                ? refused(Refusal.TABLE_FULL, capacity.streams())
                : null;
    }

    private static Answer refused(Refusal refusal, long bound) {
        return new Answer(new Refused(refusal, bound), false);
    }
}
