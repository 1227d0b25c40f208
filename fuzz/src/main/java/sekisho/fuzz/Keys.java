package sekisho.fuzz;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Request ids (UUIDv7, RFC 9562) whose random bits come from a seed. Owner: one thread. */
final class Keys {
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final RandomGenerator random;

    Keys(RandomGenerator random) {
        this.random = random;
    }

    /** A new id of now. */
    String next() {
        return from(System.currentTimeMillis());
    }

    /** A new id of a time (ms since 1970). */
    String from(long millis) {
        long high = millis << 16 | VERSION_7 | random.nextInt(1 << 12);
        return new UUID(high, VARIANT | random.nextLong() >>> 2).toString();
    }
}
