package sekisho.bank.redirect;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * 128 random bits, which say nothing: a nonce, or what one side calls something.
 *
 * @param hex 32 hexadecimal digits, lower case
 */
public record OpaqueId(String hex) {
    private static final int BYTES = 16;

    public OpaqueId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("an opaque id has 32 hexadecimal digits, lower case");
        }
    }

    /** A new one. */
    public static OpaqueId next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OpaqueId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
