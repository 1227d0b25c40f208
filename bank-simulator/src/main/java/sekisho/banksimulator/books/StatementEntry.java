package sekisho.banksimulator.books;

/**
 * A line of an account's statement.
 *
 * @param number 1, 2, 3, … within the account
 * @param at when it was booked (ms since 1970)
 * @param key the idempotency key of its order; empty for an opening balance
 * @param reference the bank's number for the movement; 0 for an opening balance
 * @param amount what came in, negative for what went out, minor units
 * @param balance after it
 * @param text what the holder reads
 */
public record StatementEntry(
        long number, long at, String key, long reference, long amount, long balance, String text) {}
