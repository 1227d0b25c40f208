package sekisho.server.api;

import java.time.Duration;
import java.time.InstantSource;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.SettingsCommand;
import sekisho.server.history.Answers;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;
import sekisho.server.projection.Positions;

/**
 * Requests that are too old for the engine's journal. It refuses their ids, so they are never executed (again); whether
 * they were, the projection knows. Any thread; made for virtual ones.
 */
public final class PastRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long REMEMBERED_MILLIS = 900_000;
    private static final int RETRY_SECONDS = 1;

    /** Something that is answered without looking at the world. It is only tried, never done. */
    private static final SettingsCommand PROBE = new SettingsCommand.SetJournalCapacity(1);

    private final Gateway gateway;
    private final Answers answers;
    private final Positions positions;
    private final InstantSource clock;

    PastRequests(Gateway gateway, Answers answers, Positions positions, InstantSource clock) {
        this.gateway = gateway;
        this.answers = answers;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * What to say to a request that the engine called too old.
     *
     * @param position of that refusal: everything before it has to be projected before "never" can be said
     */
    Problem problem(ApiRequest request, Refused refused, long position) {
        if (answers.find(request.client().number(), request.id()).isPresent()) {
            return Refusals.problem(refused, Fields.USUAL);
        }
        awaitProjected(position);
        return answers.find(request.client().number(), request.id())
                .map(_ -> Refusals.problem(refused, Fields.USUAL))
                .orElseGet(ProblemCode.NEVER_EXECUTED::problem);
    }

    /**
     * Whether the engine would refuse the request as too old, whatever it asks for; everything that came before this
     * question can be read then.
     *
     * @throws ProblemException if that cannot be known now
     */
    public boolean isForgotten(ApiRequest request) {
        if (request.id().millis() > clock.millis() - REMEMBERED_MILLIS) {
            return false;
        }
        return switch (gateway.submitDry(request.client().number(), request.id(), PROBE)) {
            case Submission.Answered answered -> {
                boolean forgotten = answered.answer().outcome() instanceof Refused refused
                        && refused.reason() == Refusal.REQUEST_TOO_OLD;
                if (forgotten) {
                    awaitProjected(answered.position());
                }
                yield forgotten;
            }
            case Submission.NotSent(var why) -> throw new ProblemException(Changes.notSent(why));
            case Submission.Unconfirmed _ ->
                throw new ProblemException(
                        ProblemCode.PROJECTION_BEHIND.problem().retryAfter(RETRY_SECONDS));
        };
    }

    private void awaitProjected(long position) {
        if (!positions.await(position, PATIENCE)) {
            throw new ProblemException(ProblemCode.PROJECTION_BEHIND.problem().retryAfter(RETRY_SECONDS));
        }
    }
}
