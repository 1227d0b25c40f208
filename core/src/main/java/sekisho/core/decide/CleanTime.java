package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.identity.Identities;
import sekisho.core.state.State;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.IdentityRow;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

/** Since when links are clean: whatever fails, is objected to or comes back lets the ladder begin anew. */
final class CleanTime {

    private final Bench bench;
    private final CheckedLinks checked;
    private final Identities identities;

    CleanTime(Bench bench) {
        this.bench = bench;
        State state = bench.state();
        checked = state.checkedLinks();
        identities = state.identities();
    }

    /** Something happened to an account and through a wallet. */
    void ends(@Nullable CheckedLinkRow link) {
        if (link != null) {
            ends(link.book(), link.bank(), link.account());
            ends(link.book(), link.wallet());
        }
    }

    /** Something happened to an account. */
    void ends(BookId book, BankId bank, Token account) {
        BankAccountRow row = checked.account(book, bank, account);
        if (row != null) {
            checked.put(row.cleanFrom(bench.now()));
        }
    }

    /** Something happened through a wallet. */
    void ends(BookId book, WalletId wallet) {
        identities.put(identities.identity(book, wallet).cleanFrom(bench.now()));
    }

    /** Since when a link is active and clean. */
    long since(CheckedLinkRow link) {
        BankAccountRow account = checked.account(link.book(), link.bank(), link.account());
        IdentityRow wallet = identities.identity(link.book(), link.wallet());
        long since = Math.max(link.activeAt(), wallet.cleanSince());
        return account == null ? since : Math.max(since, account.cleanSince());
    }
}
