package sekisho.node;

import io.aeron.Publication;
import io.aeron.cluster.service.ClientSession;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Sends answers, and never waits for who does not read them: after a few tries an answer is dropped, and counted. Who
 * misses it asks again with the same id and gets the same answer. Owner: the engine's thread.
 */
final class Egress {
    /** Enough for a buffer that is being rotated; a reader that is behind by a whole buffer is not waited for. */
    private static final int TRIES = 100;

    private long dropped;

    void send(@Nullable ClientSession session, DirectBuffer buffer, int length) {
        if (session == null || session.isClosing()) {
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            long result = session.offer(buffer, 0, length);
            if (result > 0) {
                return;
            }
            if (result == Publication.BACK_PRESSURED
                    || result == Publication.NOT_CONNECTED
                    || result == Publication.CLOSED
                    || result == Publication.MAX_POSITION_EXCEEDED) {
                break;
            }
            Thread.onSpinWait();
        }
        dropped++;
    }

    /** Answers that could not be sent since the start. */
    long dropped() {
        return dropped;
    }
}
