package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.MerchantOutcome;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.AccountRow;
import sekisho.protocol.StateRecord.HolderRow;

/** Section 6, "Wallets and merchants": merchants. */
final class MerchantRules {

    private final State state;
    private final Accounts accounts;
    private final Holders holders;

    MerchantRules(State state, Accounts accounts, Holders holders) {
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
    }

    Outcome decide(BookId book, MerchantCommand command) {
        Refused refused = refusal(book, command);
        return refused != null ? refused : apply(book, command);
    }

    private @Nullable Refused refusal(BookId book, MerchantCommand command) {
        return switch (command) {
            case MerchantCommand.Open open -> notOpenable(book, open);
            case MerchantCommand.Freeze freeze -> holders.notOpen(book, freeze.merchant());
            case MerchantCommand.Unfreeze unfreeze -> holders.notOpen(book, unfreeze.merchant());
            case MerchantCommand.Close close ->
                Check.first(() -> holders.notOpen(book, close.merchant()), () -> leftovers(book, close));
        };
    }

    private @Nullable Refused notOpenable(BookId book, MerchantCommand.Open open) {
        Keys.Holder holder = Keys.Holder.of(book, open.merchant());
        if (!holders.has(holder)) {
            return Check.first(() -> holders.currency(open.currency()), holders::room);
        }
        return Check.first(
                () -> holders.currency(open.currency()),
                () -> holders.closed(holder, Refusal.MERCHANT_CLOSED),
                () -> Check.when(
                        accounts.exists(AccountKey.merchant(book, open.merchant(), open.currency())),
                        Refusal.MERCHANT_EXISTS));
    }

    private @Nullable Refused leftovers(BookId book, MerchantCommand.Close close) {
        List<AccountKey> all = holders.accountsOf(Keys.Holder.of(book, close.merchant()));
        for (AccountKey account : all) {
            AccountRow row = accounts.row(account);
            long pending = row.debitsPending() + row.creditsPending();
            if (pending != 0) {
                return new Refused(Refusal.HOLDS_OUTSTANDING, pending);
            }
        }
        for (AccountKey account : all) {
            long balance = accounts.balance(account);
            if (balance != 0) {
                return new Refused(Refusal.NOT_EMPTY, balance);
            }
        }
        return null;
    }

    private Outcome apply(BookId book, MerchantCommand command) {
        return switch (command) {
            case MerchantCommand.Open open -> {
                boolean fresh = !holders.has(Keys.Holder.of(book, open.merchant()));
                HolderRow row = new HolderRow(
                        book, AccountKind.MERCHANT, open.merchant().value(), 0, FreezeScope.NONE, false);
                if (fresh) {
                    state.putHolder(row);
                    state.emitHolder(row);
                }
                accounts.open(
                        AccountKey.merchant(book, open.merchant(), open.currency()), open.code(), open.userData());
                yield new MerchantOutcome.Opened();
            }
            case MerchantCommand.Freeze freeze -> {
                HolderRow row = holders.merchant(book, freeze.merchant());
                yield new MerchantOutcome.Frozen(
                        holders.freeze(row, row.frozen().and(freeze.scope())).frozen());
            }
            case MerchantCommand.Unfreeze unfreeze -> {
                HolderRow row = holders.merchant(book, unfreeze.merchant());
                yield new MerchantOutcome.Unfrozen(
                        holders.freeze(row, row.frozen().without(unfreeze.scope()))
                                .frozen());
            }
            case MerchantCommand.Close close -> {
                holders.close(holders.merchant(book, close.merchant()));
                yield new MerchantOutcome.Closed();
            }
        };
    }
}
