package sekisho.server.console;

import java.time.Duration;
import java.util.Set;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Command;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.json.Forms;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.Visit;
import sekisho.server.projection.Positions;

/**
 * Has the engine do what staff want: written down first, done once for each request id, measured. What a founded book does for
 * signatures alone is kept until they are there. Any thread.
 */
final class Switches {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final Positions positions;
    private final Actions actions;
    private final Approvals approvals;
    private final Flights flights;

    Switches(Gateway gateway, Positions positions, Actions actions, Approvals approvals, Flights flights) {
        this.gateway = gateway;
        this.positions = positions;
        this.actions = actions;
        this.approvals = approvals;
        this.flights = flights;
    }

    /** Who does something, why, and by which form. */
    record By(StaffMember member, Actions.Why why, Reason reason, RequestId request) {}

    /** What became of it. */
    sealed interface Result {

        /**
         * The engine has done it.
         *
         * @param took from the request's arrival at the console to the engine's answer
         */
        record Effective(Duration took) implements Result {}

        /** Not yet: members of staff have to sign it first. */
        record ToSign(RequestId proposal) implements Result {}

        /** The engine will not. */
        record Refused(String code) implements Result {}

        /** It was surely not done. */
        record NotDone() implements Result {}

        /** Nobody knows: the same form again tells. */
        record Unsure() implements Result {}
    }

    /** Closes some of a bank's switches by one command: from the engine's answer on nothing more of them is begun. */
    Result close(By by, BankId bank, Set<BankOperation> operations) {
        String code = Forms.BANK.write().apply(bank);
        var command =
                new BankCommand.SuspendAll(bank, bits(operations), by.reason().code());
        return act(by, draft(by, ActionKind.close(operations), code, command, "/console/banks/" + code));
    }

    /** Opens some of a bank's switches. */
    Result reopen(By by, BankId bank, Set<BankOperation> operations) {
        String code = Forms.BANK.write().apply(bank);
        var command =
                new BankCommand.ReopenAll(bank, bits(operations), by.reason().code());
        return act(by, draft(by, ActionKind.reopen(operations), code, command, "/console/banks/" + code));
    }

    /** Whether a bank's switch is opened by signatures, which the engine counts; otherwise it is two people's word here. */
    boolean signsReopening(BankId bank) {
        return approvals.needed(new BankCommand.ReopenAll(bank, BankOperation.LINKS.bit(), 0)) > 0;
    }

    Result freeze(By by, WalletId wallet) {
        String code = Forms.WALLET.write().apply(wallet);
        var command =
                new WalletCommand.Freeze(wallet, FreezeScope.ALL, by.reason().code());
        return act(by, draft(by, ActionKind.FREEZE, code, command, "/console/wallets/" + code));
    }

    Result unfreeze(By by, WalletId wallet) {
        String code = Forms.WALLET.write().apply(wallet);
        var command =
                new WalletCommand.Unfreeze(wallet, FreezeScope.ALL, by.reason().code());
        return act(by, draft(by, ActionKind.UNFREEZE, code, command, "/console/wallets/" + code));
    }

    /** Has anything done that staff may have done. */
    Result act(By by, Proposal.Draft draft) {
        int needed = approvals.needed(draft.command());
        return needed == 0
                ? submit(by, draft)
                : new Result.ToSign(approvals.propose(by.member(), by.request(), draft, needed));
    }

    /** What a form says of it; nothing: it is done, or waits to be signed. */
    static FormErrors wrong(Visit visit, Result result) {
        return switch (result) {
            case Result.Effective _, Result.ToSign _ -> FormErrors.NONE;
            case Result.Refused(var code) -> FormErrors.of(FormErrors.FORM, ApprovalLines.sentence(visit, code));
            case Result.NotDone() -> FormErrors.of(FormErrors.FORM, visit.say("console.not-done"));
            case Result.Unsure() -> FormErrors.of(FormErrors.FORM, visit.say("console.unsure"));
        };
    }

    private static Proposal.Draft draft(By by, ActionKind kind, String subject, Command<?> command, String place) {
        return new Proposal.Draft(kind, subject, by.why(), command, place, "");
    }

    static int bits(Set<BankOperation> operations) {
        return operations.stream().mapToInt(BankOperation::bit).sum();
    }

    /** The id of one of several switches in a form: it follows from the form's, so that a repeat has it again. */
    static RequestId of(RequestId form, BankOperation operation) {
        return RequestId.of(form.millis(), (int) form.high() ^ (operation.code() + 1), form.low());
    }

    private Result submit(By by, Proposal.Draft draft) {
        long began = System.nanoTime();
        actions.begin(by.member(), draft.kind(), draft.subject(), draft.why(), by.request());
        var flying = flights.about(draft.command());
        return switch (gateway.submit(by.request(), draft.command())) {
            case Submission.Answered answered -> {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                if (answered.answer().outcome() instanceof Refused refused) {
                    actions.end(by.request(), refused.reason().name(), answered.position(), took);
                    yield new Result.Refused(refused.reason().name());
                }
                actions.end(by.request(), "DONE", answered.position(), took);
                positions.await(answered.position(), PATIENCE);
                flights.follow(by.request(), draft.command(), flying);
                yield new Result.Effective(actions.took(by.request()).orElse(took));
            }
            case Submission.NotSent _ -> {
                actions.end(by.request(), "NOT_SENT", 0, Duration.ofNanos(System.nanoTime() - began));
                yield new Result.NotDone();
            }
            case Submission.Unconfirmed _ -> {
                actions.end(by.request(), "UNKNOWN", 0, Duration.ofNanos(System.nanoTime() - began));
                yield new Result.Unsure();
            }
        };
    }
}
