package sekisho.server.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.RequestKey;

/**
 * Events with one cause, in their order: a request that was answered, or time.
 *
 * @param position of the step
 * @param stamp the engine's time after the step (ms)
 * @param index the request's place in the step, from 0; {@link #TIME} if time passed
 * @param request null: time passed
 */
record Group(
        long position,
        long stamp,
        int index,
        List<Event> events,
        @Nullable Answered request) {
    /** The index of what time caused. */
    static final int TIME = -1;

    /**
     * A request and how it ended.
     *
     * @param done false: it had been answered before, or was tried only
     */
    record Answered(BookId book, ClientId client, RequestKey key, Outcome outcome, boolean done) {

        /** The operation that it started, if it started one. */
        OperationId operation() {
            return OperationId.of(client, key, 0);
        }
    }

    /** The book, where a request says it; 0 otherwise. */
    int book() {
        return request == null ? 0 : request.book().value();
    }

    /** The code of the request's outcome; 0: time passed. */
    int outcome() {
        return request == null ? 0 : request.outcome().kind().code();
    }
}
