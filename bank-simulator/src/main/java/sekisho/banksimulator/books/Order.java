package sekisho.banksimulator.books;

import java.util.regex.Pattern;

/**
 * What an operator orders.
 *
 * @param operator who orders
 * @param key the operator's idempotency key: 32 hexadecimal digits, lower case
 * @param account the customer's account, by its token: 32 hexadecimal digits, lower case
 * @param amount 1 to 2^53−1 minor units
 * @param currency three capital letters
 */
public record Order(String operator, String key, Direction direction, String account, long amount, String currency) {
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final long MOST = (1L << 53) - 1;

    public Order {
        require(TOKEN.matcher(key).matches(), "key: 32 hexadecimal digits, lower case");
        require(TOKEN.matcher(account).matches(), "account: 32 hexadecimal digits, lower case");
        require(amount >= 1 && amount <= MOST, "amount: 1 to 2^53-1");
        require(CURRENCY.matcher(currency).matches(), "currency: three capital letters");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
