package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankCommand;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Request;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.TierId;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** What was accepted has not taken a wallet over its limits. */
final class UsageLaw {

    private static final Limit NOTHING = new Limit(0, 0, 0, 0, 0);

    /** A wallet's movement that a limit binds. */
    private record Movement(WalletId wallet, Money amount, Operation operation) {}

    private final State state;
    private final Limits limits;

    UsageLaw(State state) {
        this.state = state;
        limits = new Limits(state);
    }

    /** Checked at the step's end, so not in steps that change limits or tiers. */
    void check(Step step) {
        boolean changing = step.answers().stream()
                .map(answered -> answered.request().command())
                .anyMatch(command -> command instanceof SettingsCommand
                        || command instanceof WalletCommand.SetTier
                        || command instanceof IdentityCommand);
        if (changing) {
            return;
        }
        for (Answered answered : step.answers()) {
            Movement movement = movement(answered.request());
            if (movement != null
                    && !answered.events().isEmpty()
                    && answered.answer().outcome().accepted()) {
                within(answered.request(), movement);
            }
        }
    }

    private void within(Request request, Movement movement) {
        HolderRow wallet = state.holderRows.get(Keys.Holder.of(request.book(), movement.wallet()));
        Limit limit = state.limits.getOr(
                new Keys.Limited(
                        request.book(),
                        new TierId(wallet.tier()),
                        movement.amount().currency(),
                        movement.operation()),
                NOTHING);
        Limits.Used used = limits.used(Limits.usage(
                request.book(), movement.wallet(), movement.amount().currency(), movement.operation()));
        boolean within = used.in24Hours() <= limit.in24Hours()
                && used.in30Days() <= limit.in30Days()
                && used.inDay() <= limit.inDay()
                && used.inMonth() <= limit.inMonth();
        LawBroken.unless(within, "use stays within the limit " + limit, movement + " " + used);
    }

    private static @Nullable Movement movement(Request request) {
        return switch (request.command()) {
            case TransferCommand.Send send -> new Movement(send.from(), send.amount(), Operation.SEND);
            case PaymentCommand.Pay pay -> new Movement(pay.wallet(), pay.amount(), Operation.PAY);
            case PaymentCommand.Authorise hold -> new Movement(hold.wallet(), hold.amount(), Operation.PAY);
            case TopUpCommand.Start start -> new Movement(start.wallet(), start.amount(), Operation.TOP_UP);
            case TopUpCommand.Received in -> new Movement(in.wallet(), in.amount(), Operation.TOP_UP);
            case CashOutCommand.Start start -> new Movement(start.wallet(), start.amount(), Operation.CASH_OUT);
            case CashOutCommand.PaidOut out -> new Movement(out.wallet(), out.amount(), Operation.CASH_OUT);
            case PaymentCommand.Capture _, PaymentCommand.Void _, PaymentCommand.Refund _ -> null;
            case WalletCommand _, MerchantCommand _, InstructionCommand _, LinkCommand _ -> null;
            case BankCommand _, LedgerCommand _, SettingsCommand _ -> null;
            case TrustCommand _, IdentityCommand _, CheckpointCommand _ -> null;
        };
    }
}
