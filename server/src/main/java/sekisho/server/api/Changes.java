package sekisho.server.api;

import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.server.founding.Books;
import sekisho.server.json.Forms;
import sekisho.server.problem.Fields;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import sekisho.server.problem.Refusals;
import sekisho.wire.Challenge;

/** Has the engine do what a request asks for, and says what became of it. Any thread; made for virtual ones. */
public final class Changes {
    private static final int RETRY_SECONDS = 1;

    private final Gateway gateway;
    private final PastRequests past;
    private final Books books;

    Changes(Gateway gateway, PastRequests past, Books books) {
        this.books = books;
        this.gateway = gateway;
        this.past = past;
    }

    /**
     * What an end point makes of an accepted outcome.
     *
     * @param status of the response
     * @param fields where the request carries what a refusal is about
     * @param outcome the one outcome that the command has if it is accepted
     */
    public record Accepted<O extends Outcome>(HttpStatus status, Fields fields, Class<O> outcome) {}

    /**
     * Does it, and waits for the answer.
     *
     * @param body made of the outcome and the request, and of nothing that a repeat would not have
     * @throws ProblemException unless it was accepted, now or before
     */
    public <O extends Outcome, B> ResponseEntity<B> apply(
            ApiRequest request, Command<? super O> command, Accepted<O> accepted, Function<O, B> body) {
        requireApproved(request, command, accepted);
        return switch (gateway.submit(request.client().number(), request.id(), command, 0, request.approvals())) {
            case Submission.Answered answered -> respond(request, answered, accepted, body);
            case Submission.NotSent notSent -> throw new ProblemException(withId(notSent(notSent.why()), request));
            case Submission.Unconfirmed _ ->
                throw new ProblemException(
                        withId(ProblemCode.UNCONFIRMED.problem().retryAfter(RETRY_SECONDS), request));
        };
    }

    /**
     * Asks the engine first whether it would want somebody behind the request: a request that it has refused stays refused, and this
     * one is to come again with the same key.
     */
    private void requireApproved(ApiRequest request, Command<?> command, Accepted<?> accepted) {
        if (!request.approvals().isEmpty() || !Guarded.mayBe(command) || !books.founded()) {
            return;
        }
        if (gateway.submitDry(request.client().number(), request.id(), command) instanceof Submission.Answered dry
                && dry.answer().outcome() instanceof Refused refused
                && Guarded.wantsSomebody(refused.reason())) {
            var challenge = Challenge.of(BookId.FIRST, request.client().number(), request.id(), 0, command);
            throw new ProblemException(withId(
                    Refusals.problem(refused, accepted.fields())
                            .withChallenge(
                                    Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.bytes())),
                    request));
        }
    }

    /** The problem of a request that did not reach the engine. */
    public static Problem notSent(Submission.Why why) {
        String because = switch (why) {
            case BUSY -> "As many requests are waiting as may: nothing was done.";
            case LOW_DISK -> "The engine's disk is nearly full: nothing was done.";
            case NO_LEADER -> "No engine answers: nothing was done.";
            case CLOSED -> "The server is stopping: nothing was done.";
        };
        return ProblemCode.NOT_SENT.because(because).retryAfter(RETRY_SECONDS);
    }

    private <O extends Outcome, B> ResponseEntity<B> respond(
            ApiRequest request, Submission.Answered answered, Accepted<O> accepted, Function<O, B> body) {
        Outcome outcome = answered.answer().outcome();
        if (outcome instanceof Refused refused) {
            Problem problem = refused.reason() == Refusal.REQUEST_TOO_OLD
                    ? past.problem(request, refused, answered.position())
                    : Refusals.problem(refused, accepted.fields());
            throw new ProblemException(withId(problem, request), headers(answered));
        }
        return ResponseEntity.status(accepted.status())
                .headers(to -> headers(answered).forEach(to::set))
                .body(body.apply(accepted.outcome().cast(outcome)));
    }

    private static Map<String, String> headers(Submission.Answered answered) {
        String position = Long.toString(answered.position());
        return answered.answer().repeated()
                ? Map.of(ApiHeaders.POSITION, position, ApiHeaders.HIT, "true")
                : Map.of(ApiHeaders.POSITION, position);
    }

    private static Problem withId(Problem problem, ApiRequest request) {
        return problem.withRequestId(Forms.REQUEST.write().apply(request.id()));
    }
}
