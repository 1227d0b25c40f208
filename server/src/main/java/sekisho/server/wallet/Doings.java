package sekisho.server.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Assertion;
import sekisho.protocol.Command;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.Answers;
import sekisho.server.history.RecordedAnswer;
import sekisho.server.json.BadValue;
import sekisho.server.json.Forms;
import sekisho.server.pages.MoneyWords;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Visit;
import sekisho.server.problem.Refusals;
import sekisho.server.projection.Positions;

/** Has the engine do what a customer wants, once for each request id. Any thread; made for virtual ones. */
public final class Doings {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final Answers answers;
    private final Positions positions;

    public Doings(Gateway gateway, Answers answers, Positions positions) {
        this.gateway = gateway;
        this.answers = answers;
        this.positions = positions;
    }

    /** A new request id, for a new form. */
    public String newId() {
        return Forms.REQUEST.write().apply(gateway.newId());
    }

    /** The request id of a form. @throws NotThere it was not made by {@link #newId} */
    public static RequestId id(String text) {
        try {
            return Forms.REQUEST.parse(text);
        } catch (BadValue notOurs) {
            throw new NotThere();
        }
    }

    /** What a request starts is called. */
    public static OperationId operation(RequestId id) {
        return OperationId.of(ServerClients.SERVER, id, 0);
    }

    /** Does it. When it is accepted, what it changed can be read. */
    public Done submit(Visit visit, RequestId id, Command<?> command) {
        return submit(visit, id, command, List.of());
    }

    /** The same, with the owner of the wallet behind it. */
    public Done submit(Visit visit, RequestId id, Command<?> command, Assertion owner) {
        return submit(visit, id, command, List.of(owner));
    }

    /** The same, with everybody behind it who has to be. */
    public Done submit(Visit visit, RequestId id, Command<?> command, List<Assertion> behind) {
        return switch (gateway.submit(ServerClients.SERVER, id, command, 0, behind)) {
            case Submission.Answered answered -> answered(visit, id, answered);
            case Submission.NotSent _ -> new Done.NotDone(visit.say("form.busy"));
            case Submission.Unconfirmed _ -> new Done.Unsure(visit.say("form.unsure"));
        };
    }

    /** Asks whether it would be done; empty: it would, or nobody knows. */
    public Optional<Refused> tried(Command<?> command) {
        return gateway.submitDry(command) instanceof Submission.Answered answered
                        && answered.answer().outcome() instanceof Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }

    private Done answered(Visit visit, RequestId id, Submission.Answered answered) {
        Outcome outcome = answered.answer().outcome();
        if (!(outcome instanceof Refused refused)) {
            positions.await(answered.position(), PATIENCE);
            return new Done.Accepted(operation(id), answered.answer().repeated());
        }
        return switch (refused.reason()) {
            case REQUEST_TOO_OLD -> past(visit, id, answered.position());
            case REQUEST_CONFLICT -> new Done.NotDone(visit.say("form.conflict"));
            case CLOCK_HALTED, JOURNAL_FULL, TABLE_FULL, REQUEST_FROM_THE_FUTURE ->
                new Done.NotDone(visit.say("form.busy"));
            default -> new Done.Refused(refused.reason(), sentence(visit, refused));
        };
    }

    /** The engine has forgotten the id and refuses it for ever: whether it was done before, the projection knows. */
    private Done past(Visit visit, RequestId id, long position) {
        if (!positions.await(position, PATIENCE)) {
            return new Done.Unsure(visit.say("form.unsure"));
        }
        Optional<RecordedAnswer> before = answers.find(ServerClients.SERVER, id);
        return before.isPresent() && !(before.get().outcome() instanceof Refused)
                ? new Done.Accepted(operation(id), true)
                : new Done.NotDone(visit.say("form.old"));
    }

    /** A refusal as a sentence for customers. */
    public static String sentence(Visit visit, Refused refused) {
        String key = "refusal." + Refusals.code(refused.reason());
        if (refused.reason() == Refusal.AUTHENTICATOR_YOUNG) {
            return visit.say(key, visit.times().full(Instant.ofEpochMilli(refused.bound())));
        }
        long bound = Math.min(Math.max(refused.bound(), 0), Money.MAX);
        if (bound == 0 && visit.words().has(key + ".none")) {
            return visit.say(key + ".none");
        }
        return visit.words().has(key) ? visit.say(key, MoneyWords.yen(bound)) : visit.say("refusal.other");
    }
}
