package sekisho.protocol;

/**
 * One side of a posting: so much to the debit or the credit of an account.
 *
 * @param amount 1 to {@link Money#MAX} minor units of the account's currency
 */
public record Line(AccountKey account, Side side, long amount) {
    public Line {
        if (amount < 1 || amount > Money.MAX) {
            throw new IllegalArgumentException("a line's amount is 1 to 2^53-1 minor units");
        }
    }
}
