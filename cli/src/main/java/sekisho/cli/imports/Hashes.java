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

    /** The number of a name's owner in a stream, 1 to 2^63−1. */
    static long ownerNumber(long stream, String name) {
        long number = streamNumber(stream + " " + name) >>> 1;
        return number == 0 ? 1 : number;
    }

    /** What stands for a name in the engine, the same in all streams; never 0. */
    static long nameNumber(String name) {
        return streamNumber("name " + name);
    }
}
