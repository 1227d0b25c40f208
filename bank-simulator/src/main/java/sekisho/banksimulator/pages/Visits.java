package sekisho.banksimulator.pages;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who is at a bank now. Any thread. */
final class Visits {
    private static final int MOST = 10_000;
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final int ID_BYTES = 16;

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final InstantSource clock;

    Visits(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** The visit at a bank that a cookie names; empty if there is none any more. */
    Optional<Visit> find(String code, String cookie) {
        Visit visit = visits.get(code + cookie);
        Instant now = clock.instant();
        if (visit == null || isOver(visit, now)) {
            return Optional.empty();
        }
        visit.see(now);
        return Optional.of(visit);
    }

    /** A new visit; empty if there are too many. */
    Optional<Visit> begin(String code, Stage stage) {
        Instant now = clock.instant();
        if (visits.size() >= MOST) {
            visits.values().removeIf(visit -> isOver(visit, now));
        }
        if (visits.size() >= MOST) {
            return Optional.empty();
        }
        var visit = new Visit(secret(), secret(), stage, now);
        visits.put(code + visit.id(), visit);
        return Optional.of(visit);
    }

    void end(String code, Visit visit) {
        visits.remove(code + visit.id());
    }

    private static boolean isOver(Visit visit, Instant now) {
        return now.isAfter(visit.seen().plus(IDLE));
    }

    private String secret() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
