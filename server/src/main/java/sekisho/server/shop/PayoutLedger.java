package sekisho.server.shop;

import java.lang.System.Logger.Level;
import java.util.List;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.RequestId;
import sekisho.server.banking.MerchantAccounts;
import sekisho.server.engine.ServerClients;
import sekisho.server.founding.Founding;
import sekisho.server.history.AccountState;
import sekisho.server.history.Accounts;
import sekisho.server.history.BankState;
import sekisho.server.history.BankStates;

/**
 * The ledger's part of a payout: a hold from the merchant's account to the money at a bank, which is posted when the bank has made the
 * transfer and voided when it has not. Any thread.
 */
final class PayoutLedger {
    private static final System.Logger LOG = System.getLogger(PayoutLedger.class.getName());

    private final Gateway gateway;
    private final Founding founding;
    private final Accounts accounts;
    private final BankStates banks;
    private final MerchantAccounts merchants;

    PayoutLedger(Gateway gateway, Founding founding, Accounts accounts, BankStates banks, MerchantAccounts merchants) {
        this.founding = founding;
        this.gateway = gateway;
        this.accounts = accounts;
        this.banks = banks;
        this.merchants = merchants;
    }

    /** Whether a hold stands. */
    enum Standing {
        HELD,
        /** There is none, and there will be none. */
        NONE,
        /** The engine does not say so now. */
        UNKNOWN
    }

    /** Whether an amount can be paid out now: the bank that credits the account pays it out of the money that lies there. */
    PayoutPlan plan(Shop shop, long yen) {
        if (merchants.account(shop.id(), shop.bank()).isEmpty()) {
            return new PayoutPlan.NoAccount();
        }
        if (!open(shop.bank())) {
            return new PayoutPlan.Stopped();
        }
        long available = accounts
                .ofMany(AccountKind.SETTLEMENT, List.of((long) shop.bank().code()))
                .stream()
                .filter(state -> state.account().currency().equals(Currency.JPY))
                .mapToLong(AccountState::available)
                .max()
                .orElse(0);
        return available >= yen ? new PayoutPlan.From(shop.bank()) : new PayoutPlan.Short(available);
    }

    /** Whether money may leave for a bank. */
    boolean open(sekisho.protocol.BankId bank) {
        return banks.find(bank)
                .map(BankState::cashOuts)
                .map(gate -> gate.open())
                .orElse(false);
    }

    /** Sees to it that a payout is held. The same request again has the same answer; what is too old for that can be seen. */
    Standing hold(WaitingPayout payout) {
        return switch (said(payout.request(), payout.hold())) {
            case Submission.Answered(var answer, var _) -> {
                if (!(answer.outcome() instanceof Refused refused)) {
                    yield Standing.HELD;
                }
                yield switch (refused.reason()) {
                    case REQUEST_TOO_OLD -> look(payout);
                    case REQUEST_CONFLICT -> Standing.NONE;
                    default -> refused.reason().remembered() ? Standing.NONE : Standing.UNKNOWN;
                };
            }
            case Submission.NotSent _, Submission.Unconfirmed _ -> Standing.UNKNOWN;
        };
    }

    /** Whether a hold could be posted: no other request can bring it about any more. */
    private Standing look(WaitingPayout payout) {
        return gateway.submitDry(new LedgerCommand.PostHold(payout.operation(), 0))
                        instanceof Submission.Answered(var answer, var _)
                ? missing(answer.outcome()) ? Standing.NONE : Standing.HELD
                : Standing.UNKNOWN;
    }

    /** Does what follows from the bank's word; false: not yet. A hold ends once only: said twice, nothing moves. */
    boolean end(WaitingPayout payout, WaitingPayout.Word word) {
        Command<?> command = switch (word) {
            case WaitingPayout.Word.Settled _ -> new LedgerCommand.PostHold(payout.operation(), 0);
            case WaitingPayout.Word.Declined _ -> new LedgerCommand.VoidHold(payout.operation());
        };
        if (!(said(gateway.newId(), command) instanceof Submission.Answered(var answer, var _))) {
            return false;
        }
        // It stood before the bank was called, and nobody else ends it: if it is gone, this was said before.
        boolean done = !(answer.outcome() instanceof Refused) || missing(answer.outcome());
        if (!done) {
            LOG.log(Level.ERROR, "payout {0} does not end: {1}", payout.id(), answer.outcome());
        }
        return done;
    }

    /** With whoever has to stand behind money that leaves. */
    private Submission said(RequestId id, Command<?> command) {
        return gateway.submit(ServerClients.SERVER, id, command, 0, founding.behind(id, command));
    }

    private static boolean missing(sekisho.protocol.Outcome outcome) {
        return outcome instanceof Refused refused && refused.reason() == Refusal.HOLD_NOT_FOUND;
    }
}
