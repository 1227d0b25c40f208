package sekisho.server.api.clients;

import java.time.InstantSource;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.server.api.ApiRequest;
import sekisho.server.problem.Fields;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;

/** Holds requests that do not reach the engine to the engine's rule: an id is from 15 minutes ago to 60 seconds ahead. */
final class Freshness {
    private static final long OLDEST_MILLIS = 900_000;
    private static final long NEWEST_MILLIS = 60_000;

    private final InstantSource clock;

    Freshness(InstantSource clock) {
        this.clock = clock;
    }

    void require(ApiRequest request) {
        long now = clock.millis();
        if (request.id().millis() < now - OLDEST_MILLIS) {
            throw refused(Refusal.REQUEST_TOO_OLD, now - OLDEST_MILLIS);
        }
        if (request.id().millis() > now + NEWEST_MILLIS) {
            throw refused(Refusal.REQUEST_FROM_THE_FUTURE, now + NEWEST_MILLIS);
        }
    }

    private static ProblemException refused(Refusal reason, long bound) {
        return new ProblemException(Refusals.problem(new Refused(reason, bound), Fields.USUAL));
    }
}
