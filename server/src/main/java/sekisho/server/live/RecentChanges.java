package sekisho.server.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What has changed within the last minute. A page is shown before it listens: what changes in between it would never hear of.
 * Any thread.
 *
 * @param <K> whose changes
 */
final class RecentChanges<K> {
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST = 100_000;

    private final Cache<K, Long> changed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final InstantSource clock;

    RecentChanges(InstantSource clock) {
        this.clock = clock;
    }

    /** Something has changed, and can be read. */
    void note(K holder) {
        changed.put(holder, clock.millis());
    }

    /** Whether something may have changed at a time (milliseconds since 1970) or after it: what is too long ago may have. */
    boolean since(K holder, long millis) {
        Long last = changed.getIfPresent(holder);
        return millis < clock.millis() - KEPT.toMillis() || (last != null && last >= millis);
    }
}
