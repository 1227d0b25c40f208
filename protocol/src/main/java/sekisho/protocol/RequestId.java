package sekisho.protocol;

/**
 * A request's own id: a UUIDv7 (RFC 9562), unique within its client. The engine accepts ids from 15 minutes ago to
 * 60 seconds ahead; it reads the time from the id.
 *
 * @param high 48 bits of milliseconds since 1970, 4 bits of version (7), 12 random bits
 * @param low 2 bits of variant (binary 10), 62 random bits
 */
public record RequestId(long high, long low) implements RequestKey {
    public RequestId {
        if (((high >>> 12) & 0xF) != 7 || (low >>> 62) != 2) {
            throw new IllegalArgumentException("a request id is a UUIDv7");
        }
    }

    /** Builds an id from a time and 74 random bits (the highest bits of both are cut). */
    public static RequestId of(long millis, int random12, long random62) {
        return new RequestId(millis << 16 | 0x7000 | (random12 & 0xFFF), 2L << 62 | (random62 & (-1L >>> 2)));
    }

    /** The time in the id, milliseconds since 1970. */
    public long millis() {
        return high >>> 16;
    }
}
