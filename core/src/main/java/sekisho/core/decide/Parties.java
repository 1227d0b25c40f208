package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Event;
import sekisho.protocol.MerchantId;
import sekisho.protocol.Refusal;
import sekisho.protocol.WalletId;

/** Who is who in a command: rows of wallets and merchants, and the first reason why they may not act. */
final class Parties {

    private final Holders holders;
    private final Accounts accounts;

    Parties(State state) {
        holders = state.holders();
        accounts = state.accounts();
    }

    int wallet(BookId book, WalletId wallet) {
        return holders.find(book, AccountKind.WALLET, wallet.value());
    }

    int merchant(BookId book, MerchantId merchant) {
        return holders.find(book, AccountKind.MERCHANT, merchant.value());
    }

    /** Why there is no such open wallet, or null. */
    @Nullable
    Refusal absentWallet(int row) {
        if (row == 0) {
            return Refusal.WALLET_NOT_FOUND;
        }
        return holders.closed(row) ? Refusal.WALLET_CLOSED : null;
    }

    /** Why there is no such open merchant, or null. */
    @Nullable
    Refusal absentMerchant(int row) {
        if (row == 0) {
            return Refusal.MERCHANT_NOT_FOUND;
        }
        return holders.closed(row) ? Refusal.MERCHANT_CLOSED : null;
    }

    /** Why there is no such open payee, or null. */
    @Nullable
    Refusal absentPayee(int row) {
        if (row == 0) {
            return Refusal.PAYEE_NOT_FOUND;
        }
        return holders.closed(row) ? Refusal.PAYEE_CLOSED : null;
    }

    boolean debitsFrozen(int row) {
        return holders.frozen(row).debits();
    }

    boolean creditsFrozen(int row) {
        return holders.frozen(row).credits();
    }

    /** The party's account in a currency, or 0. */
    int account(int row, Currency currency) {
        return accounts.find(row, currency);
    }

    /** Tells how a wallet or merchant stands now. */
    Event changed(int row) {
        return new Event.HolderChanged(
                holders.kind(row), holders.owner(row), holders.closed(row), holders.frozen(row), holders.tier(row));
    }
}
