package sekisho.core.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.core.explain.Behind.Signer;
import sekisho.core.state.State;
import sekisho.core.trust.Assertions;
import sekisho.protocol.Assertion;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Request;
import sekisho.protocol.RequestId;
import sekisho.protocol.StateRecord.AuthenticatorRow;
import sekisho.protocol.StateRecord.FoundingRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.StateRecord.StaffRow;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;

/** Who has to stand behind a request of a founded book, where that does not depend on what the command changes. */
final class BehindGuards {

    private static final long FRESH_MILLIS = 300_000;

    private final State state;
    private final Explainer.Asked asked;

    BehindGuards(State state, Explainer.Asked asked) {
        this.state = state;
        this.asked = asked;
    }

    /** Whether those who stand behind it are not those who have to. */
    boolean stop(Request request) {
        FoundingRow founding = state.trust().founding(request.book());
        return founding != null
                && switch (request.command()) {
                    case CashOutCommand.Start start ->
                        real(start.amount().currency()) && rested(founding, request, start.wallet());
                    case CheckpointCommand.Ask ask -> rested(founding, request, ask.wallet());
                    case CheckpointCommand.Again again -> rested(founding, request, again.wallet());
                    case CheckpointCommand.Suspend _, CheckpointCommand.LockAccount _, BankCommand.Suspend _ ->
                        approvals(founding, request, 1);
                    case CheckpointCommand.LiftLock _,
                            CheckpointCommand.RejectClaim _,
                            BankCommand.Register _,
                            BankCommand.Reopen _,
                            WalletCommand.Unfreeze _,
                            MerchantCommand.Unfreeze _ -> approvals(founding, request, 2);
                    case Command<?> _ -> false;
                };
    }

    private boolean real(Currency currency) {
        return state.currencies().knows(currency) && !state.currencies().test(currency);
    }

    private boolean approvals(FoundingRow founding, Request request, int needed) {
        List<Signer> signers = new ArrayList<>();
        for (Assertion assertion : request.proof().assertions()) {
            StaffRow staff = state.trust().staff(request.book(), assertion.credential());
            signers.add(
                    staff == null
                            ? new Signer(assertion.credential(), false, 0, null)
                            : new Signer(
                                    assertion.credential(),
                                    true,
                                    staff.member(),
                                    Assertions.refuses(
                                            founding.staff(),
                                            assertion,
                                            staff.key(),
                                            request.proof().challenge())));
        }
        return asked.stops(new Behind.Approvals(needed, signers));
    }

    private boolean rested(FoundingRow founding, Request request, WalletId wallet) {
        BookId book = request.book();
        long now = state.clock().now();
        long at = request.key() instanceof RequestId id ? id.millis() : 0;
        List<Signer> signers = request.proof().assertions().stream()
                .limit(1)
                .map(assertion -> signer(founding, request, wallet, assertion))
                .toList();
        if (asked.stops(new Behind.StepUp(at, now - FRESH_MILLIS, signers))) {
            return true;
        }
        IdentityRow identity = state.identities().identity(book, wallet);
        return asked.stops(new Behind.Rest(
                now,
                identity.restsUntil(),
                state.identities().authenticators(book, wallet),
                state.assurance().aal(book, wallet)));
    }

    private Signer signer(FoundingRow founding, Request request, WalletId wallet, Assertion assertion) {
        AuthenticatorRow known = state.identities().authenticator(request.book(), wallet, assertion.credential());
        @Nullable
        Refusal fault = known == null
                ? null
                : Assertions.refuses(
                        founding.customers(),
                        assertion,
                        known.key(),
                        request.proof().challenge());
        return new Signer(assertion.credential(), known != null, 0, fault);
    }
}
