package sekisho.server.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Binds a visit to the browser that knocked, by bits that mean nothing to others.
 *
 * @param salt 32 hexadecimal digits
 */
record BrowserBinding(String salt) {

    static BrowserBinding next(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new BrowserBinding(HexFormat.of().formatHex(bytes));
    }

    /** The binding for the session of a browser: 43 characters. */
    String of(String session) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("door " + salt + " " + session).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
