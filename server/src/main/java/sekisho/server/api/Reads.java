package sekisho.server.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sekisho.server.json.Count;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.projection.Positions;

/** Sees to it that who asks reads what it has written. Any thread; made for virtual ones. */
public final class Reads {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int RETRY_SECONDS = 1;

    private final Positions positions;

    Reads(Positions positions) {
        this.positions = positions;
    }

    /**
     * Waits until everything up to a position of the log can be read, up to two seconds.
     *
     * @param position from the header {@code Sekisho-Position} of an answer; null: what there is
     * @throws ProblemException if it is not there in time
     */
    public void await(@Nullable Count position) {
        if (position != null && !positions.await(position.value(), PATIENCE)) {
            long projected = positions.projected();
            throw new ProblemException(ProblemCode.PROJECTION_BEHIND
                    .because("The log can be read up to position " + projected + ".")
                    .at("atLeast")
                    .withBound(projected)
                    .retryAfter(RETRY_SECONDS));
        }
    }
}
