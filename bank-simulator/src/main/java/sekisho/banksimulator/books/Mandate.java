package sekisho.banksimulator.books;

import org.jspecify.annotations.Nullable;

/**
 * A customer's permission for an operator to debit and credit an account.
 *
 * @param token 32 hexadecimal digits by which the operator names it
 * @param account the account's token within these books
 * @param reference the operator's own name for it
 * @param since when it was given (ms since 1970)
 * @param end null while it is in force
 */
public record Mandate(
        String token,
        String account,
        String operator,
        String reference,
        long since,
        @Nullable End end) {

    /**
     * How a mandate ended.
     *
     * @param number 1, 2, 3, … at this bank for this operator
     * @param at when (ms since 1970)
     */
    public record End(long number, long at, EndedBy by) {}
}
