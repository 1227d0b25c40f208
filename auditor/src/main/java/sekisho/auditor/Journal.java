package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;

/** Section 2 of docs/rules.md: what was answered to whom. */
final class Journal {

    private static final long OLDEST = 900_000;
    private static final long NEWEST = 60_000;
    private static final long MINUTE = 60_000;

    private final State state;

    Journal(State state) {
        this.state = state;
    }

    /** Forgets what may not be asked again any more. */
    void forget() {
        Keys.Remembered oldest = state.journal.first();
        while (oldest != null && (oldest.id().millis() / MINUTE + 1) * MINUTE + OLDEST <= state.now.get()) {
            state.journal.remove(oldest);
            oldest = state.journal.first();
        }
    }

    /** The answer of a request that cannot be decided (again), whatever it says; null for one that is new. */
    @Nullable
    Answer seen(Request request, RequestId id) {
        long now = state.now.get();
        if (id.millis() < now - OLDEST) {
            return new Answer(new Refused(Refusal.REQUEST_TOO_OLD, now - OLDEST), false);
        }
        if (id.millis() > now + NEWEST) {
            return new Answer(new Refused(Refusal.REQUEST_FROM_THE_FUTURE, now + NEWEST), false);
        }
        State.Given given = state.journal.find(new Keys.Remembered(request.client(), id));
        if (given == null) {
            return null;
        }
        return given.contentHash() == request.contentHash()
                ? new Answer(given.outcome(), true)
                : new Answer(new Refused(Refusal.REQUEST_CONFLICT), false);
    }

    /** The refusal if so many more answers do not fit. */
    @Nullable
    Refused full(int more) {
        long capacity = state.journalCapacity.get();
        return Check.when(state.journal.size() + more > capacity, Refusal.JOURNAL_FULL, capacity);
    }

    void remember(Request request, RequestId id, Outcome outcome) {
        state.journal.put(new Keys.Remembered(request.client(), id), new State.Given(request.contentHash(), outcome));
    }
}
