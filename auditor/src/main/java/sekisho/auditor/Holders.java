package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.WalletId;

/** Checks of wallets, merchants and currencies that many commands share. */
final class Holders {

    private final State state;
    private final Accounts accounts;

    Holders(State state, Accounts accounts) {
        this.state = state;
        this.accounts = accounts;
    }

    HolderRow wallet(BookId book, WalletId wallet) {
        return state.holderRows.get(Keys.Holder.of(book, wallet));
    }

    HolderRow merchant(BookId book, MerchantId merchant) {
        return state.holderRows.get(Keys.Holder.of(book, merchant));
    }

    boolean has(Keys.Holder holder) {
        return state.holderRows.has(holder);
    }

    @Nullable
    Refused room() {
        return Check.when(
                state.holders.get() >= state.capacity.holders(), Refusal.TABLE_FULL, state.capacity.holders());
    }

    @Nullable
    Refused currency(Currency currency) {
        return Check.when(!state.currencies.has(currency), Refusal.CURRENCY_NOT_FOUND);
    }

    @Nullable
    Refused testCurrency(Currency currency) {
        return Check.when(!state.currencies.get(currency).test(), Refusal.TEST_CURRENCY_ONLY);
    }

    @Nullable
    Refused missing(Keys.Holder holder, Refusal reason) {
        return Check.when(!has(holder), reason);
    }

    @Nullable
    Refused closed(Keys.Holder holder, Refusal reason) {
        return Check.when(state.holderRows.get(holder).closed(), reason);
    }

    @Nullable
    Refused debitsFrozen(Keys.Holder holder) {
        return Check.when(state.holderRows.get(holder).frozen().debits(), Refusal.DEBITS_FROZEN);
    }

    @Nullable
    Refused creditsFrozen(Keys.Holder holder) {
        return Check.when(state.holderRows.get(holder).frozen().credits(), Refusal.CREDITS_FROZEN);
    }

    @Nullable
    Refused noAccount(AccountKey account) {
        return Check.when(!accounts.exists(account), Refusal.ACCOUNT_NOT_FOUND);
    }

    /** Not there, or closed: for a wallet that acts. */
    @Nullable
    Refused notOpen(BookId book, WalletId wallet) {
        Keys.Holder holder = Keys.Holder.of(book, wallet);
        return Check.first(
                () -> missing(holder, Refusal.WALLET_NOT_FOUND), () -> closed(holder, Refusal.WALLET_CLOSED));
    }

    /** Not there, or closed. */
    @Nullable
    Refused notOpen(BookId book, MerchantId merchant) {
        Keys.Holder holder = Keys.Holder.of(book, merchant);
        return Check.first(
                () -> missing(holder, Refusal.MERCHANT_NOT_FOUND), () -> closed(holder, Refusal.MERCHANT_CLOSED));
    }

    /** How much the receiving wallet may still hold. */
    long capRoom(HolderRow payee, Currency currency, boolean countPending) {
        long cap = state.caps.getOr(
                new Keys.Capped(payee.book(), new sekisho.protocol.TierId(payee.tier()), currency), 0L);
        var row = accounts.row(AccountKey.wallet(payee.book(), new WalletId(payee.owner()), currency));
        long held = Accounts.balance(row) + (countPending ? row.creditsPending() : 0);
        return held < 0 && cap > Long.MAX_VALUE + held ? Long.MAX_VALUE : cap - held;
    }

    List<AccountKey> accountsOf(Keys.Holder holder) {
        return state.accountsOf.getOr(holder, List.of());
    }

    HolderRow freeze(HolderRow row, FreezeScope frozen) {
        return change(new HolderRow(row.book(), row.kind(), row.owner(), row.tier(), frozen, row.closed()));
    }

    HolderRow close(HolderRow row) {
        return change(new HolderRow(row.book(), row.kind(), row.owner(), row.tier(), row.frozen(), true));
    }

    HolderRow setTier(HolderRow row, int tier) {
        return change(new HolderRow(row.book(), row.kind(), row.owner(), tier, row.frozen(), row.closed()));
    }

    private HolderRow change(HolderRow next) {
        state.putHolder(next);
        state.emitHolder(next);
        return next;
    }
}
