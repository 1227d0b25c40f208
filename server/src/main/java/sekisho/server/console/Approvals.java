package sekisho.server.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Command;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.TrustCommand;
import sekisho.server.engine.ServerClients;
import sekisho.server.linking.BankDescriptions;
import sekisho.server.projection.Positions;

/**
 * Has members of staff sign what the engine of a founded book does for nobody alone. How many have to, the engine says; whether they
 * did, it judges. Before the last signature is used it is tried dry: a bad one uses up nothing of the first. Any thread.
 */
final class Approvals {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final Positions positions;
    private final Actions actions;
    private final Proposals proposals;
    private final StaffPasskeys passkeys;
    private final Enrolments enrolments;
    private final Flights flights;
    private final BankDescriptions descriptions;

    Approvals(
            Gateway gateway,
            Positions positions,
            Actions actions,
            Proposals proposals,
            StaffPasskeys passkeys,
            Enrolments enrolments,
            Flights flights,
            BankDescriptions descriptions) {
        this.gateway = gateway;
        this.positions = positions;
        this.actions = actions;
        this.proposals = proposals;
        this.passkeys = passkeys;
        this.enrolments = enrolments;
        this.flights = flights;
        this.descriptions = descriptions;
    }

    /** What became of a signature. */
    sealed interface Result {

        /** It was the last: the engine has done it. */
        record Effective(Duration took) implements Result {}

        /** Somebody else has to sign too. */
        record Waits() implements Result {}

        /** The engine will not; whoever signed before has still signed. */
        record Refused(Refusal refusal) implements Result {}

        /** It is nobody's signature here, or not the one of who is signed in. */
        record NotSigned() implements Result {}

        /** It was surely not done. */
        record NotDone() implements Result {}

        /** Nobody knows: the same again tells. */
        record Unsure() implements Result {}
    }

    /** How many members have to sign a command, by the engine's own word; 0: nobody. */
    int needed(Command<?> command) {
        return gateway.submitDry(command) instanceof Submission.Answered answered
                        && answered.answer().outcome() instanceof Refused refused
                        && refused.reason() == Refusal.APPROVALS_MISSING
                ? (int) refused.bound()
                : 0;
    }

    /** Keeps what somebody wants until it is signed. */
    RequestId propose(StaffMember by, RequestId form, Proposal.Draft draft, int needed) {
        return proposals.add(by, form, gateway.newId(), draft, needed);
    }

    /** A member signs. */
    Result sign(StaffMember by, Proposal proposal, String credential) {
        long began = System.nanoTime();
        Optional<Assertion> own = passkeys.said(credential).filter(said -> enrolments.owns(by, said.credential()));
        if (own.isEmpty()) {
            return new Result.NotSigned();
        }
        if (proposal.signed().size() + 1 < proposal.needed()) {
            return first(by, proposal, credential);
        }
        var behind = new ArrayList<Assertion>();
        proposal.signed().forEach(signed -> passkeys.said(signed.answer()).ifPresent(behind::add));
        behind.add(own.get());
        Result tried = proposal.needed() > 1 ? tried(proposal, behind) : new Result.Waits();
        return tried instanceof Result.Waits ? submit(by, proposal, credential, new Last(began, behind)) : tried;
    }

    /** @param began by {@link System#nanoTime} */
    private record Last(long began, List<Assertion> behind) {

        Duration took() {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    /** The engine will not see it before the second is there: it is looked at here. */
    private Result first(StaffMember by, Proposal proposal, String credential) {
        boolean good = passkeys.check(passkeys.request(by, proposal.challenge()), credential)
                .filter(by.id()::equals)
                .isPresent();
        if (!good) {
            return new Result.NotSigned();
        }
        proposals.sign(proposal.id(), by, credential);
        var draft = proposal.draft();
        actions.note(by, ActionKind.SIGN, draft.subject(), draft.why());
        return new Result.Waits();
    }

    private Result tried(Proposal proposal, List<Assertion> behind) {
        var tried = gateway.submitDry(
                ServerClients.SERVER, proposal.id(), proposal.draft().command(), behind);
        return tried instanceof Submission.Answered answered
                        && answered.answer().outcome() instanceof Refused refused
                ? new Result.Refused(refused.reason())
                : new Result.Waits();
    }

    private Result submit(StaffMember by, Proposal proposal, String credential, Last last) {
        RequestId id = proposal.id();
        var draft = proposal.draft();
        actions.begin(by, draft.kind(), draft.subject(), draft.why(), id);
        var flying = flights.about(draft.command());
        return switch (gateway.submit(ServerClients.SERVER, id, draft.command(), 0, last.behind())) {
            case Submission.Answered answered -> {
                Duration took = last.took();
                String ended = answered.answer().outcome() instanceof Refused refused
                        ? refused.reason().name()
                        : "DONE";
                actions.end(id, ended, answered.position(), took);
                proposals.end(id, ended);
                if (answered.answer().outcome() instanceof Refused refused) {
                    yield new Result.Refused(refused.reason());
                }
                proposals.sign(id, by, credential);
                follow(draft.command());
                positions.await(answered.position(), PATIENCE);
                flights.follow(id, draft.command(), flying);
                yield new Result.Effective(actions.took(id).orElse(took));
            }
            case Submission.NotSent _ -> {
                actions.end(id, "NOT_SENT", 0, last.took());
                yield new Result.NotDone();
            }
            case Submission.Unconfirmed _ -> {
                actions.end(id, "UNKNOWN", 0, last.took());
                yield new Result.Unsure();
            }
        };
    }

    /** What follows here from what the engine has done. */
    private void follow(Command<?> done) {
        switch (done) {
            case TrustCommand.EnrolStaff enrolled ->
                enrolments.note(enrolled.member().credential());
            case TrustCommand.RemoveStaff removed -> enrolments.remove(removed.credential());
            case TrustCommand.Describe described -> descriptions.follow(described.bank());
            case BankCommand.SuspendAll closed -> voidReopenings(closed);
            default -> {}
        }
    }

    /** A switch was closed: who signed before that it be opened did not know of it. */
    private void voidReopenings(BankCommand.SuspendAll closed) {
        for (Proposal waiting : proposals.waiting()) {
            if (waiting.draft().command() instanceof BankCommand.ReopenAll reopen
                    && reopen.bank().equals(closed.bank())
                    && (reopen.operations() & closed.operations()) != 0) {
                proposals.end(waiting.id(), "VOID");
            }
        }
    }

    /** Whether somebody wants a bank's switch open again, and nobody else has signed yet. */
    static boolean reopens(Proposal waiting, BankId bank, BankOperation operation) {
        return waiting.draft().command() instanceof BankCommand.ReopenAll reopen
                && reopen.bank().equals(bank)
                && operation.in(reopen.operations());
    }
}
