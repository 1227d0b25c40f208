package sekisho.server.passkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.RequestId;
import sekisho.server.engine.ServerClients;
import sekisho.wire.Challenge;

/**
 * What an assertion answers for.
 *
 * @param hex 64 hexadecimal digits
 * @param forEngine whether it is the challenge that the engine itself expects ({@link Challenge}); otherwise a hash that only this
 *     server knows of, which is never signed without a nonce
 */
public record CommandHash(String hex, boolean forEngine) {

    /** A command that the engine is sent under this id by this server: the engine looks at the assertion again. */
    public static CommandHash of(RequestId id, Command<?> command) {
        byte[] challenge =
                Challenge.of(BookId.FIRST, ServerClients.SERVER, id, 0, command).bytes();
        return new CommandHash(HexFormat.of().formatHex(challenge), true);
    }

    /** The hash of something that is no command of the engine. */
    public static CommandHash of(String canonical) {
        return new CommandHash(HexFormat.of().formatHex(sha256(canonical.getBytes(StandardCharsets.UTF_8))), false);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** What the authenticator signs. A command has a request id, which no other has; anything else has a nonce. */
    byte[] challenge(byte[] nonce) {
        return forEngine ? bytes() : sha256(nonce, bytes());
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
