package sekisho.gateway;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;

/**
 * One line of an account's statement.
 *
 * @param position of the step in the log
 * @param bookedAt the engine's time (ms)
 * @param effectiveAt when the movement took effect (ms); the same as booked unless its request said otherwise
 * @param request whose doing it was; null: time passed
 */
public record AccountEntry(
        long position,
        long bookedAt,
        long effectiveAt,
        @Nullable RequestKey request,
        Event.Entry entry) {}
