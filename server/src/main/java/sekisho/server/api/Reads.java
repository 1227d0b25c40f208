package sekisho.server.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.server.json.BadValue;
import sekisho.server.json.Count;
import sekisho.server.json.TextForm;
import sekisho.server.problem.Fields;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;
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

    /** The problem of something in the path that cannot be read. */
    public ProblemException notFound(Refusal reason, String field) {
        return new ProblemException(Refusals.problem(new Refused(reason), Fields.USUAL)
                .withStatus(404)
                .at(field));
    }

    /**
     * Ids with commas between, each once.
     *
     * @throws ProblemException if one does not have its form, or there are too many
     */
    public <T> List<T> ids(TextForm<T> form, String text, int most) {
        String[] parts = text.split(",", most + 1);
        if (parts.length > most) {
            throw new ProblemException(ProblemCode.OUT_OF_RANGE
                    .because("ids has 1 to " + most + " elements.")
                    .at("ids")
                    .withBound(most));
        }
        try {
            return Arrays.stream(parts).map(form::parse).distinct().toList();
        } catch (BadValue bad) {
            throw new ProblemException(bad.at("ids"));
        }
    }
}
