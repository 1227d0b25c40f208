package sekisho.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names what a request started: a hold, a payment, a link, a bank instruction. It is computed from the request, never
 * counted: after a lost tail of the log a reused number would make a bank answer for another customer's debit.
 */
public record OperationId(long high, long low) {

    /** No operation, for example "reverses nothing". */
    public static final OperationId NONE = new OperationId(0, 0);

    /**
     * The first 128 bits of SHA-256 over (client, key, step), big-endian.
     *
     * @param step which operation of the request, from 0; every command today starts at most one
     */
    public static OperationId of(ClientId client, RequestKey key, int step) {
        ByteBuffer bytes = ByteBuffer.allocate(29);
        bytes.putLong(client.value());
        switch (key) {
            case RequestId id -> bytes.put((byte) 1).putLong(id.high()).putLong(id.low());
            case StreamEntry entry ->
                bytes.put((byte) 2).putLong(entry.stream()).putLong(entry.sequence());
        }
        bytes.putInt(step);
        ByteBuffer digest = ByteBuffer.wrap(sha256(bytes.array()));
        return new OperationId(digest.getLong(), digest.getLong());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
