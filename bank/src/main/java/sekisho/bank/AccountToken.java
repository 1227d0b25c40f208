package sekisho.bank;

import java.util.HexFormat;

/**
 * Names a customer's account between Sekisho and its bank: 128 random bits, which say nothing about the account. Both
 * zero is no token.
 */
public record AccountToken(long high, long low) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int LENGTH = 32;

    public AccountToken {
        if (high == 0 && low == 0) {
            throw new IllegalArgumentException("an account token is not 0");
        }
    }

    /** The token of 32 hexadecimal digits. */
    public static AccountToken parse(String hex) {
        if (hex.length() != LENGTH) {
            throw new IllegalArgumentException("an account token has 32 hexadecimal digits");
        }
        return new AccountToken(
                HexFormat.fromHexDigitsToLong(hex, 0, LENGTH / 2),
                HexFormat.fromHexDigitsToLong(hex, LENGTH / 2, LENGTH));
    }

    /** 32 hexadecimal digits, lower case. */
    public String hex() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    @Override
    public String toString() {
        return hex();
    }
}
