package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.OperationId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.AccountRow;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.protocol.WalletOutcome;

/** Section 6, "Wallets and merchants": wallets. */
final class WalletRules {

    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final LinkRules links;
    private final FloorRules floors;

    WalletRules(State state, Accounts accounts, Holders holders, LinkRules links, FloorRules floors) {
        this.floors = floors;
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
        this.links = links;
    }

    Outcome decide(BookId book, WalletCommand command) {
        Refused refused = refusal(book, command);
        return refused != null ? refused : apply(book, command);
    }

    private @Nullable Refused refusal(BookId book, WalletCommand command) {
        return switch (command) {
            case WalletCommand.Open open ->
                Check.first(
                        holders::room,
                        () -> holders.currency(open.currency()),
                        () -> Check.when(holders.has(Keys.Holder.of(book, open.wallet())), Refusal.WALLET_EXISTS),
                        () -> tierTooHigh(book, open.wallet(), open.tier()));
            case WalletCommand.AddCurrency add ->
                Check.first(
                        () -> holders.currency(add.currency()),
                        () -> holders.notOpen(book, add.wallet()),
                        () -> Check.when(
                                accounts.exists(AccountKey.wallet(book, add.wallet(), add.currency())),
                                Refusal.ACCOUNT_EXISTS));
            case WalletCommand.Freeze freeze -> holders.notOpen(book, freeze.wallet());
            case WalletCommand.Unfreeze unfreeze -> holders.notOpen(book, unfreeze.wallet());
            case WalletCommand.SetTier set ->
                Check.first(
                        () -> holders.notOpen(book, set.wallet()), () -> tierTooHigh(book, set.wallet(), set.tier()));
            case WalletCommand.SetFloor floor ->
                Check.first(
                        () -> holders.currency(floor.currency()),
                        () -> holders.testCurrency(floor.currency()),
                        () -> holders.notOpen(book, floor.wallet()),
                        () -> holders.noAccount(AccountKey.wallet(book, floor.wallet(), floor.currency())));
            case WalletCommand.Close close ->
                Check.first(() -> holders.notOpen(book, close.wallet()), () -> leftovers(book, close));
        };
    }

    private @Nullable Refused tierTooHigh(BookId book, WalletId wallet, TierId tier) {
        return Check.when(
                state.founded.founded(book) && !floors.allowed(book, wallet, tier.value()),
                Refusal.TIER_ABOVE_ASSURANCE);
    }

    private @Nullable Refused leftovers(BookId book, WalletCommand.Close close) {
        List<AccountKey> all = holders.accountsOf(Keys.Holder.of(book, close.wallet()));
        for (AccountKey account : all) {
            long pending = accounts.row(account).debitsPending();
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

    private Outcome apply(BookId book, WalletCommand command) {
        return switch (command) {
            case WalletCommand.Open open -> {
                HolderRow row = new HolderRow(
                        book,
                        AccountKind.WALLET,
                        open.wallet().value(),
                        open.tier().value(),
                        FreezeScope.NONE,
                        false);
                state.putHolder(row);
                accounts.open(AccountKey.wallet(book, open.wallet(), open.currency()), open.code(), open.userData());
                state.emitHolder(row);
                yield new WalletOutcome.Opened();
            }
            case WalletCommand.AddCurrency add -> {
                accounts.open(AccountKey.wallet(book, add.wallet(), add.currency()), add.code(), add.userData());
                yield new WalletOutcome.CurrencyAdded();
            }
            case WalletCommand.Freeze freeze -> {
                HolderRow row = holders.wallet(book, freeze.wallet());
                yield new WalletOutcome.Frozen(
                        holders.freeze(row, row.frozen().and(freeze.scope())).frozen());
            }
            case WalletCommand.Unfreeze unfreeze -> {
                HolderRow row = holders.wallet(book, unfreeze.wallet());
                yield new WalletOutcome.Unfrozen(
                        holders.freeze(row, row.frozen().without(unfreeze.scope()))
                                .frozen());
            }
            case WalletCommand.SetTier setTier -> {
                holders.setTier(
                        holders.wallet(book, setTier.wallet()), setTier.tier().value());
                yield new WalletOutcome.TierSet();
            }
            case WalletCommand.SetFloor floor -> {
                setFloor(AccountKey.wallet(book, floor.wallet(), floor.currency()), floor.floor());
                yield new WalletOutcome.FloorSet();
            }
            case WalletCommand.Close close -> {
                for (OperationId link : links.of(book, close.wallet())) {
                    links.closeIfOpen(book, link);
                }
                holders.close(holders.wallet(book, close.wallet()));
                yield new WalletOutcome.Closed();
            }
        };
    }

    private void setFloor(AccountKey key, long floor) {
        AccountRow row = accounts.row(key);
        state.accounts.put(
                key,
                new AccountRow(
                        key,
                        row.place(),
                        row.code(),
                        row.userData(),
                        floor,
                        row.debitsPosted(),
                        row.creditsPosted(),
                        row.debitsPending(),
                        row.creditsPending(),
                        row.sequence()));
    }
}
