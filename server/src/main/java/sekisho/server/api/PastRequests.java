package sekisho.server.api;

import java.time.Duration;
import sekisho.protocol.Refused;
import sekisho.server.history.Answers;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.Refusals;
import sekisho.server.projection.Positions;

/**
 * Requests that are too old for the engine's journal. It refuses their ids, so they are never executed (again); whether
 * they were, the projection knows.
 */
final class PastRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int RETRY_SECONDS = 1;

    private final Answers answers;
    private final Positions positions;

    PastRequests(Answers answers, Positions positions) {
        this.answers = answers;
        this.positions = positions;
    }

    /**
     * What to say to a request that the engine called too old.
     *
     * @param position of that refusal: everything before it has to be projected before "never" can be said
     */
    Problem problem(ApiRequest request, Refused refused, long position) {
        var known = answers.find(request.client().number(), request.id());
        if (known.isPresent()) {
            return Refusals.problem(refused, Fields.USUAL);
        }
        if (!positions.await(position, PATIENCE)) {
            return ProblemCode.PROJECTION_BEHIND.problem().retryAfter(RETRY_SECONDS);
        }
        return answers.find(request.client().number(), request.id())
                .map(_ -> Refusals.problem(refused, Fields.USUAL))
                .orElseGet(ProblemCode.NEVER_EXECUTED::problem);
    }
}
