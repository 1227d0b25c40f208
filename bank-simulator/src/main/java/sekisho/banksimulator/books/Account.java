package sekisho.banksimulator.books;

/**
 * An account as it is now.
 *
 * @param token 32 hexadecimal digits by which operators name it; an operator's settlement account has the operator's
 *     name
 * @param holder the holder's name in kana
 * @param balance minor units, at least 0
 */
public record Account(String token, String holder, String currency, boolean closed, long balance) {}
