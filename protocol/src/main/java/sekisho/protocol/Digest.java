package sekisho.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 256 bits, first ones in {@code a}, big-endian: a SHA-256 value, or a number of a P-256 key or signature. */
public record Digest(long a, long b, long c, long d) {

    /** All bits 0. */
    public static final Digest NONE = new Digest(0, 0, 0, 0);

    /** How many bytes. */
    public static final int LENGTH = 32;

    /** The digest with these 32 bytes. */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a digest has 32 bytes");
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        return new Digest(read.getLong(), read.getLong(), read.getLong(), read.getLong());
    }

    /** The SHA-256 value of some bytes. */
    public static Digest sha256(byte[] bytes) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }
}
