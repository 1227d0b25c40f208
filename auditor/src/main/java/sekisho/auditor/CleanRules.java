package sekisho.auditor;

import java.util.List;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.StateRecord.InstructionRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Section 8, "Clean time". */
final class CleanRules {

    private final State state;
    private final FoundedTables tables;

    CleanRules(State state) {
        this.state = state;
        tables = state.founded;
    }

    void spoilt(BookId book, BankId bank, Token account) {
        List<Object> key = List.of(book, bank, account);
        BankAccountRow row = tables.accounts.find(key);
        if (row != null) {
            tables.accounts.put(key, new BankAccountRow(book, bank, account, row.person(), state.now.get()));
        }
    }

    void spoilt(BookId book, WalletId wallet) {
        List<Object> key = List.of(book, wallet);
        IdentityRow row = tables.identities.find(key);
        tables.identities.put(
                key,
                new IdentityRow(
                        book,
                        wallet,
                        row == null ? Token.NONE : row.person(),
                        row == null ? 0 : row.restsUntil(),
                        state.now.get()));
    }

    /** A top-up came back, of a link that is remembered. */
    void spoilt(InstructionRow row) {
        CheckedLinkRow link = tables.links.find(new Keys.Started(row.book(), row.link()));
        boolean real = tables.founded(row.book())
                && !state.currencies.get(row.amount().currency()).test();
        if (link != null && real) {
            spoilt(link.book(), link.bank(), link.account());
            spoilt(link.book(), link.wallet());
        }
    }

    /** From when on a link's age counts. */
    long from(CheckedLinkRow link) {
        BankAccountRow account = tables.accounts.find(List.of(link.book(), link.bank(), link.account()));
        IdentityRow wallet = tables.identities.find(List.of(link.book(), link.wallet()));
        long ofAccount = account == null ? 0 : account.cleanSince();
        long ofWallet = wallet == null ? 0 : wallet.cleanSince();
        return Math.max(link.activeAt(), Math.max(ofAccount, ofWallet));
    }
}
