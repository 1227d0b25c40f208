package sekisho.server.passkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.agrona.ExpandableArrayBuffer;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.RequestId;
import sekisho.server.engine.ServerClients;
import sekisho.wire.FrameEncoder;

/**
 * What an assertion answers for: SHA-256 over the very bytes that the engine will be sent.
 *
 * @param hex 64 hexadecimal digits
 */
public record CommandHash(String hex) {

    public static CommandHash of(RequestId id, Command<?> command) {
        var buffer = new ExpandableArrayBuffer();
        var encoder = new FrameEncoder().begin(buffer, 0, 0, BookId.FIRST, ServerClients.SERVER);
        encoder.add(id, command, false, false, 0);
        byte[] bytes = new byte[encoder.length()];
        buffer.getBytes(0, bytes);
        return new CommandHash(HexFormat.of().formatHex(sha256(bytes)));
    }

    /** The hash of something that is no command of the engine. */
    public static CommandHash of(String canonical) {
        return new CommandHash(HexFormat.of().formatHex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
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
