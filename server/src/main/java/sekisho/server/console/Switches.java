package sekisho.server.console;

import java.time.Duration;
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
import sekisho.server.projection.Positions;

/** Has the engine do what staff want: written down first, done once for each request id, measured. Any thread. */
final class Switches {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final Positions positions;
    private final Actions actions;

    Switches(Gateway gateway, Positions positions, Actions actions) {
        this.gateway = gateway;
        this.positions = positions;
        this.actions = actions;
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

        /** The engine will not. */
        record Refused(String code) implements Result {}

        /** It was surely not done. */
        record NotDone() implements Result {}

        /** Nobody knows: the same form again tells. */
        record Unsure() implements Result {}
    }

    /** Closes a bank's switch: from the engine's answer on nothing more of it is begun. */
    Result close(By by, BankId bank, BankOperation operation) {
        return act(
                by,
                ActionKind.close(operation),
                Forms.BANK.write().apply(bank),
                new BankCommand.Suspend(bank, operation, by.reason().code()));
    }

    Result reopen(By by, BankId bank, BankOperation operation) {
        return act(
                by,
                ActionKind.reopen(operation),
                Forms.BANK.write().apply(bank),
                new BankCommand.Reopen(bank, operation, by.reason().code()));
    }

    Result freeze(By by, WalletId wallet) {
        return act(
                by,
                ActionKind.FREEZE,
                Forms.WALLET.write().apply(wallet),
                new WalletCommand.Freeze(wallet, FreezeScope.ALL, by.reason().code()));
    }

    Result unfreeze(By by, WalletId wallet) {
        return act(
                by,
                ActionKind.UNFREEZE,
                Forms.WALLET.write().apply(wallet),
                new WalletCommand.Unfreeze(wallet, FreezeScope.ALL, by.reason().code()));
    }

    /** The id of one of several switches in a form: it follows from the form's, so that a repeat has it again. */
    static RequestId of(RequestId form, BankOperation operation) {
        return RequestId.of(form.millis(), (int) form.high() ^ (operation.code() + 1), form.low());
    }

    private Result act(By by, ActionKind kind, String subject, Command<?> command) {
        long began = System.nanoTime();
        actions.begin(by.member(), kind, subject, by.why(), by.request());
        return switch (gateway.submit(by.request(), command)) {
            case Submission.Answered answered -> {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                if (answered.answer().outcome() instanceof Refused refused) {
                    actions.end(by.request(), refused.reason().name(), answered.position(), took);
                    yield new Result.Refused(refused.reason().name());
                }
                actions.end(by.request(), "DONE", answered.position(), took);
                positions.await(answered.position(), PATIENCE);
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
