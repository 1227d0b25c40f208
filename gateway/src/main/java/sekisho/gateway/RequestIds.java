package sekisho.gateway;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import sekisho.protocol.RequestId;

/**
 * Makes request ids: UUIDv7 (RFC 9562) with a counter behind the milliseconds, so that the ids of one generator grow.
 * The other bits follow from the first by a secret of this generator, which makes generators of one client collide no
 * sooner than chance. Any thread; no lock.
 */
public final class RequestIds {
    private static final int COUNTER_BITS = 12;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final LongSupplier millis;
    private final AtomicLong last = new AtomicLong();
    private final long firstSecret;
    private final long secondSecret;

    /** A generator that reads the time, in milliseconds since 1970, from a clock. */
    public RequestIds(LongSupplier millis) {
        this.millis = millis;
        var random = new SecureRandom();
        firstSecret = random.nextLong();
        secondSecret = random.nextLong() | 1;
    }

    /** A new id. More than 4,096 in a millisecond borrow from the next one. */
    public RequestId next() {
        long now = millis.getAsLong() << COUNTER_BITS;
        long mine = last.updateAndGet(before -> Math.max(before + 1, now));
        return RequestId.of(mine >>> COUNTER_BITS, (int) (mine & 0xFFF), mix(mine * secondSecret + firstSecret));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL + GOLDEN;
        return mixed ^ (mixed >>> 31);
    }
}
