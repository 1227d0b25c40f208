package sekisho.auditor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Currency;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.Limit;
import sekisho.protocol.Line;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.HoldRow;
import sekisho.protocol.StateRecord.StaffRow;
import sekisho.protocol.TrustCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** Section 8, "Who stands behind a request". */
final class GuardRules {

    private static final long FIVE_MINUTES = 300_000;

    private final State state;
    private final Loosens loosens;

    GuardRules(State state) {
        this.state = state;
        loosens = new Loosens(state);
    }

    @Nullable
    Refused unguarded(Request request) {
        if (!state.founded.founded(request.book())) {
            return null;
        }
        int staff = staffNeeded(request);
        if (staff > 0) {
            return notApproved(request, staff);
        }
        WalletId owner = ownerNeeded(request);
        if (owner != null) {
            Refused refused = notOwner(request, owner);
            return refused != null ? refused : resting(request.book(), owner);
        }
        WalletId either = ownerOrStaff(request);
        if (either == null) {
            return null;
        }
        List<Assertion> behind = request.proof().assertions();
        boolean byStaff = !behind.isEmpty() && member(request.book(), behind.getFirst()) != null;
        return byStaff ? notApproved(request, 1) : notOwner(request, either);
    }

    private int staffNeeded(Request request) {
        BookId book = request.book();
        return switch (request.command()) {
            case TrustCommand.Found _ -> 0;
            case TrustCommand command -> loosens.anything(book, command) ? 2 : 1;
            case BankCommand.Register _, BankCommand.Reopen _, BankCommand.ReopenAll _ -> 2;
            case BankCommand.Suspend _, BankCommand.SuspendAll _ -> 1;
            case SettingsCommand.SetLimit set -> loosens.limit(book, set) ? 2 : 1;
            case SettingsCommand.SetBalanceCap set -> loosens.cap(book, set) ? 2 : 1;
            case WalletCommand.Unfreeze _, MerchantCommand.Unfreeze _ -> 2;
            case LedgerCommand.Book command -> anyReal(command.lines()) ? 2 : 0;
            case LedgerCommand.Hold command -> anyReal(command.lines()) ? 2 : 0;
            case LedgerCommand.PostHold command -> {
                HoldRow hold = state.holds.find(new Keys.Started(book, command.hold()));
                yield hold != null && anyReal(hold.lines()) ? 2 : 0;
            }
            case CheckpointCommand.Suspend _, CheckpointCommand.LockAccount _ -> 1;
            case CheckpointCommand.LiftLock _, CheckpointCommand.RejectClaim _ -> 2;
            default -> 0;
        };
    }

    private @Nullable WalletId ownerNeeded(Request request) {
        return switch (request.command()) {
            case CashOutCommand.Start start -> real(start.amount().currency()) ? start.wallet() : null;
            case CheckpointCommand.Ask ask -> ask.wallet();
            case CheckpointCommand.Again again -> again.wallet();
            default -> null;
        };
    }

    private static @Nullable WalletId ownerOrStaff(Request request) {
        return switch (request.command()) {
            case WalletCommand.SetTier tier -> tier.wallet();
            case IdentityCommand.RemoveAuthenticator remove -> remove.wallet();
            default -> null;
        };
    }

    private boolean anyReal(List<Line> lines) {
        return lines.stream().anyMatch(line -> real(line.account().currency()));
    }

    private boolean real(Currency currency) {
        var row = state.currencies.find(currency);
        return row != null && !row.test();
    }

    private @Nullable StaffRow member(BookId book, Assertion assertion) {
        return state.founded.staff.find(List.of(book, assertion.credential()));
    }

    private @Nullable Refused notApproved(Request request, int needed) {
        List<Assertion> behind = request.proof().assertions();
        if (behind.size() < needed) {
            return new Refused(Refusal.APPROVALS_MISSING, needed);
        }
        Set<Long> members = new HashSet<>();
        for (Assertion assertion : behind) {
            StaffRow row = member(request.book(), assertion);
            Refusal wrong = row == null
                    ? Refusal.CREDENTIAL_NOT_KNOWN
                    : Signed.wrong(
                            state.founded.foundings.get(request.book()).staff(),
                            assertion,
                            row.key(),
                            request.proof().challenge());
            if (wrong == null && row != null && !members.add(row.member())) {
                wrong = Refusal.SAME_APPROVER;
            }
            if (wrong != null) {
                return new Refused(wrong);
            }
        }
        return null;
    }

    private @Nullable Refused notOwner(Request request, WalletId wallet) {
        List<Assertion> behind = request.proof().assertions();
        if (behind.isEmpty()) {
            return new Refused(Refusal.STEP_UP_MISSING);
        }
        long oldest = state.now.get() - FIVE_MINUTES;
        if (!(request.key() instanceof RequestId id && id.millis() >= oldest)) {
            return new Refused(Refusal.STEP_UP_STALE, oldest);
        }
        List<AuthenticatorRow> known =
                new ArrayList<>(state.founded.authenticators.getOr(List.of(request.book(), wallet), List.of()));
        known.removeIf(row -> !row.credential().equals(behind.getFirst().credential()));
        Refusal wrong = known.isEmpty()
                ? Refusal.CREDENTIAL_NOT_KNOWN
                : Signed.wrong(
                        state.founded.foundings.get(request.book()).customers(),
                        behind.getFirst(),
                        known.getFirst().key(),
                        request.proof().challenge());
        return wrong == null ? null : new Refused(wrong);
    }

    private @Nullable Refused resting(BookId book, WalletId wallet) {
        var row = state.founded.identities.find(List.of(book, wallet));
        return row != null && state.now.get() < row.restsUntil()
                ? new Refused(Refusal.AUTHENTICATOR_YOUNG, row.restsUntil())
                : null;
    }

    /** What may be done under a limit that was never set. */
    static Limit nothing() {
        return new Limit(0, 0, 0, 0, 0);
    }
}
