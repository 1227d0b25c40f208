package sekisho.server.linking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import sekisho.protocol.WalletId;
import sekisho.server.people.PersonId;

/**
 * Random bits that make a binding mean nothing to others.
 *
 * @param hex 32 hexadecimal digits
 */
record Salt(String hex) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Salt random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    /** The binding of a wallet, its person and the session of a browser: 43 characters. */
    String binding(WalletId wallet, PersonId person, String session) {
        String bound = hex + " " + wallet.value() + " " + person.value() + " " + session;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bound.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
