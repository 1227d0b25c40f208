package sekisho.cli.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that stay the same for life: they name streams and wallets in logs. */
final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The number of a stream: the first 64 bits of the SHA-256 of its name; never 0. */
    static long streamNumber(String name) {
        long number = ByteBuffer.wrap(sha256().digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return number == 0 ? 1 : number;
    }

    /** A number from 1 to 2^63−1 for something that a stream names: the first bits of a SHA-256 again. */
    static long ownerNumber(long stream, int kind, long digits) {
        ByteBuffer text = ByteBuffer.allocate(20).putLong(stream).putInt(kind).putLong(digits);
        long number = ByteBuffer.wrap(sha256().digest(text.array())).getLong() >>> 1;
        return number == 0 ? 1 : number;
    }
}
