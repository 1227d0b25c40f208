package sekisho.core.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Holds;
import sekisho.core.state.State;
import sekisho.core.trust.Assertions;
import sekisho.core.trust.Trust;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Line;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.FoundingRow;
import sekisho.protocol.StateRecord.StaffRow;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/**
 * Who has to stand behind a request in a founded book: members of staff, two where it loosens and one where it tightens, or the
 * wallet's owner with a fresh passkey. Judged before anything else of a request.
 */
final class Guards {

    /** How old a passkey's signature may be (ms): the age of the request it signed. */
    static final long FRESH_MILLIS = 300_000;

    private static final int LOOSENS = 2;
    private static final int TIGHTENS = 1;

    private final Bench bench;
    private final State state;
    private final Trust trust;
    private final Loosening loosening;

    Guards(Bench bench) {
        this.bench = bench;
        state = bench.state();
        trust = state.trust();
        loosening = new Loosening(state);
    }

    /** Why those who stand behind the request are not those who have to, or null. */
    @Nullable
    Refused refuses(Request request) {
        if (!trust.founded(request.book().value())) {
            return null;
        }
        return switch (request.command()) {
            case TransferCommand _, PaymentCommand _, TopUpCommand _, InstructionCommand _, LinkCommand _ -> null;
            case CashOutCommand command -> cashOut(request, command);
            case WalletCommand command -> wallet(request, command);
            case MerchantCommand.Unfreeze _ -> approvals(request, LOOSENS);
            case MerchantCommand _ -> null;
            case BankCommand command -> bank(request, command);
            case LedgerCommand command -> ledger(request, command);
            case SettingsCommand command -> settings(request, command);
            case TrustCommand.Found _ -> null;
            case TrustCommand command ->
                approvals(request, loosening.loosens(request.book(), command) ? LOOSENS : TIGHTENS);
            case IdentityCommand.RemoveAuthenticator remove -> ownerOrStaff(request, remove.wallet());
            case IdentityCommand _ -> null;
            case CheckpointCommand.Ask ask -> rested(request, ask.wallet());
            case CheckpointCommand.Again again -> rested(request, again.wallet());
            case CheckpointCommand.Suspend _, CheckpointCommand.LockAccount _ -> approvals(request, TIGHTENS);
            case CheckpointCommand.LiftLock _, CheckpointCommand.RejectClaim _ -> approvals(request, LOOSENS);
            case CheckpointCommand _ -> null;
        };
    }

    private @Nullable Refused cashOut(Request request, CashOutCommand command) {
        return switch (command) {
            case CashOutCommand.Start start -> real(start.amount().currency()) ? rested(request, start.wallet()) : null;
            case CashOutCommand.PaidOut _ -> null;
        };
    }

    private @Nullable Refused wallet(Request request, WalletCommand command) {
        return switch (command) {
            case WalletCommand.Unfreeze _ -> approvals(request, LOOSENS);
            case WalletCommand.SetTier tier -> ownerOrStaff(request, tier.wallet());
            case WalletCommand.Open _,
                    WalletCommand.AddCurrency _,
                    WalletCommand.Freeze _,
                    WalletCommand.Close _,
                    WalletCommand.SetFloor _ -> null;
        };
    }

    private @Nullable Refused bank(Request request, BankCommand command) {
        return switch (command) {
            case BankCommand.Register _, BankCommand.Reopen _, BankCommand.ReopenAll _ -> approvals(request, LOOSENS);
            case BankCommand.Suspend _, BankCommand.SuspendAll _ -> approvals(request, TIGHTENS);
            case BankCommand.Sweep _, BankCommand.SweepArrived _ -> null;
        };
    }

    private @Nullable Refused ledger(Request request, LedgerCommand command) {
        return switch (command) {
            case LedgerCommand.Book book -> real(book.lines()) ? approvals(request, LOOSENS) : null;
            case LedgerCommand.Hold hold -> real(hold.lines()) ? approvals(request, LOOSENS) : null;
            case LedgerCommand.PostHold post -> realHold(request, post) ? approvals(request, LOOSENS) : null;
            case LedgerCommand.VoidHold _ -> null;
        };
    }

    private boolean realHold(Request request, LedgerCommand.PostHold post) {
        Holds holds = state.holds();
        int row = holds.find(request.book(), post.hold());
        if (row == 0) {
            return false;
        }
        var posting = holds.lines(row, bench.posting());
        for (int i = 0; i < posting.count(); i++) {
            if (real(state.accounts().currency(posting.account(i)))) {
                return true;
            }
        }
        return false;
    }

    private boolean real(List<Line> lines) {
        for (Line line : lines) {
            if (real(line.account().currency())) {
                return true;
            }
        }
        return false;
    }

    private boolean real(sekisho.protocol.Currency currency) {
        return state.currencies().knows(currency) && !state.currencies().test(currency);
    }

    private @Nullable Refused settings(Request request, SettingsCommand command) {
        return switch (command) {
            case SettingsCommand.SetLimit set ->
                approvals(request, loosening.loosens(request.book(), set) ? LOOSENS : TIGHTENS);
            case SettingsCommand.SetBalanceCap set ->
                approvals(request, loosening.loosens(request.book(), set) ? LOOSENS : TIGHTENS);
            case SettingsCommand.DefineCurrency _,
                    SettingsCommand.StartDay _,
                    SettingsCommand.ConfirmTime _,
                    SettingsCommand.SwitchBehaviour _,
                    SettingsCommand.SetJournalCapacity _ -> null;
        };
    }

    /** Every assertion is a different member's, and there are enough. */
    private @Nullable Refused approvals(Request request, int needed) {
        FoundingRow founding = trust.founding(request.book());
        List<Assertion> assertions = request.proof().assertions();
        if (founding == null || assertions.size() < needed) {
            return new Refused(Refusal.APPROVALS_MISSING, needed);
        }
        long[] members = new long[assertions.size()];
        for (int i = 0; i < members.length; i++) {
            StaffRow staff = trust.staff(request.book(), assertions.get(i).credential());
            if (staff == null) {
                return new Refused(Refusal.CREDENTIAL_NOT_KNOWN);
            }
            Refusal refusal = Assertions.refuses(
                    founding.staff(),
                    assertions.get(i),
                    staff.key(),
                    request.proof().challenge());
            if (refusal != null) {
                return new Refused(refusal);
            }
            members[i] = staff.member();
            for (int j = 0; j < i; j++) {
                if (members[j] == members[i]) {
                    return new Refused(Refusal.SAME_APPROVER);
                }
            }
        }
        return null;
    }

    /** A member of staff, or else the wallet's owner. */
    private @Nullable Refused ownerOrStaff(Request request, WalletId wallet) {
        List<Assertion> assertions = request.proof().assertions();
        boolean staff = !assertions.isEmpty()
                && trust.staff(request.book(), assertions.getFirst().credential()) != null;
        return staff ? approvals(request, TIGHTENS) : owner(request, wallet);
    }

    /** The wallet's owner, and no authenticator of the wallet is new. */
    private @Nullable Refused rested(Request request, WalletId wallet) {
        Refused refused = owner(request, wallet);
        if (refused != null) {
            return refused;
        }
        long until = state.identities().identity(request.book(), wallet).restsUntil();
        return bench.now() < until ? new Refused(Refusal.AUTHENTICATOR_YOUNG, until) : null;
    }

    /** A passkey of the wallet signed this request, a short while ago. */
    private @Nullable Refused owner(Request request, WalletId wallet) {
        FoundingRow founding = trust.founding(request.book());
        List<Assertion> assertions = request.proof().assertions();
        if (founding == null || assertions.isEmpty()) {
            return new Refused(Refusal.STEP_UP_MISSING);
        }
        long oldest = bench.now() - FRESH_MILLIS;
        if (!(request.key() instanceof RequestId id) || id.millis() < oldest) {
            return new Refused(Refusal.STEP_UP_STALE, oldest);
        }
        Assertion assertion = assertions.getFirst();
        AuthenticatorRow known = state.identities().authenticator(request.book(), wallet, assertion.credential());
        if (known == null) {
            return new Refused(Refusal.CREDENTIAL_NOT_KNOWN);
        }
        Refusal refusal = Assertions.refuses(
                founding.customers(), assertion, known.key(), request.proof().challenge());
        return refusal == null ? null : new Refused(refusal);
    }
}
