package sekisho.protocol;

/**
 * Names an account.
 *
 * @param owner wallet, merchant or bank code, by kind; 1 where the kind has no owners
 */
public record AccountKey(BookId book, AccountKind kind, long owner, Currency currency) {
    public AccountKey {
        if (owner <= 0) {
            throw new IllegalArgumentException("an account's owner is a positive number");
        }
    }

    public static AccountKey wallet(BookId book, WalletId wallet, Currency currency) {
        return new AccountKey(book, AccountKind.WALLET, wallet.value(), currency);
    }

    public static AccountKey merchant(BookId book, MerchantId merchant, Currency currency) {
        return new AccountKey(book, AccountKind.MERCHANT, merchant.value(), currency);
    }

    public static AccountKey bank(BookId book, AccountKind kind, BankId bank, Currency currency) {
        return new AccountKey(book, kind, bank.code(), currency);
    }

    /** The one account of a kind without owners: fees, compensation, positions, opening. */
    public static AccountKey house(BookId book, AccountKind kind, Currency currency) {
        return new AccountKey(book, kind, 1, currency);
    }
}
