package sekisho.server.entrance;

import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.WalletId;
import sekisho.server.pages.Language;
import sekisho.server.people.Handle;
import sekisho.server.people.PersonId;

/** Who is signed in and has a wallet: controllers of the wallet's pages get one as an argument. */
public record Customer(PersonId person, Handle handle, WalletId wallet, Language language) {

    /** The wallet's account in yen. */
    public AccountKey account() {
        return new AccountKey(BookId.FIRST, AccountKind.WALLET, wallet.value(), Currency.JPY);
    }
}
