package sekisho.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Challenges of one process, in memory; for demonstrations and tests. Safe for all threads. */
public final class RememberedChallenges implements Challenges {

    /** Bytes of a challenge: 256 bits that nobody guesses. */
    public static final int LENGTH = 32;

    private final Duration lifetime;
    private final int capacity;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Octets, Known> known = new LinkedHashMap<>();

    private record Known(Instant expiresAt, boolean used) {}

    /**
     * No challenges yet.
     *
     * @param lifetime how long a challenge can be answered
     * @param capacity how many are remembered; more than that are not given out
     */
    public RememberedChallenges(Duration lifetime, int capacity, InstantSource clock) {
        this.lifetime = lifetime;
        this.capacity = capacity;
        this.clock = clock;
    }

    /** A fresh challenge; empty if as many as can be remembered are open. */
    public synchronized Optional<Octets> issue() {
        Instant now = clock.instant();
        // A challenge is remembered for twice its life, so that a late one is told from a strange one.
        known.values().removeIf(one -> !one.expiresAt().plus(lifetime).isAfter(now));
        if (known.size() >= capacity) {
            return Optional.empty();
        }
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        Octets challenge = Octets.of(bytes);
        known.put(challenge, new Known(now.plus(lifetime), false));
        return Optional.of(challenge);
    }

    @Override
    public synchronized Taking take(Octets challenge) {
        Known one = known.get(challenge);
        if (one == null) {
            return Taking.UNKNOWN;
        }
        if (one.used()) {
            return Taking.USED;
        }
        if (!one.expiresAt().isAfter(clock.instant())) {
            return Taking.EXPIRED;
        }
        known.put(challenge, new Known(one.expiresAt(), true));
        return Taking.TAKEN;
    }
}
