package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Repeated;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord.StreamRow;
import sekisho.protocol.StreamEntry;

/** Section 2.3 of docs/rules.md: ordered streams. */
final class Streams {

    private final State state;

    Streams(State state) {
        this.state = state;
    }

    /** The answer of an entry that is not the next one; null for the next. */
    @Nullable
    Answer seen(Request request, StreamEntry entry) {
        StreamRow known = state.streams.find(new Keys.Stream(request.client(), entry.stream()));
        long last = known == null ? 0 : known.last();
        long chainHash = known == null ? 0 : known.chainHash();
        if (request.linked() || request.dryRun()) {
            return refused(Refusal.CHAIN_MIXED, 0);
        }
        if (entry.sequence() <= last) {
            return new Answer(new Repeated(last, chainHash), true);
        }
        if (entry.sequence() > last + 1) {
            return refused(Refusal.STREAM_GAP, last + 1);
        }
        if (entry.chainHash() != chainHash) {
            return refused(Refusal.STREAM_DIVERGED, last + 1);
        }
        if (known == null && state.streams.size() >= state.capacity.streams()) {
            return refused(Refusal.TABLE_FULL, state.capacity.streams());
        }
        return null;
    }

    /** The entry was decided; unless the refusal is of the request itself, the stream moves on. */
    void advance(Request request, StreamEntry entry, Outcome outcome) {
        if (outcome instanceof Refused refused && !refused.reason().remembered()) {
            return;
        }
        state.streams.put(
                new Keys.Stream(request.client(), entry.stream()),
                new StreamRow(
                        request.client(),
                        entry.stream(),
                        entry.sequence(),
                        StreamEntry.chain(entry.chainHash(), request.contentHash())));
    }

    private static Answer refused(Refusal reason, long bound) {
        return new Answer(new Refused(reason, bound), false);
    }
}
