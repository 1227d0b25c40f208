package sekisho.server.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpStatus;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/** Budgets of everybody, bounded: who was not heard of longest is forgotten first. Any thread. */
public final class Budgets {
    private static final int MOST_KEPT = 100_000;
    private static final int LONGEST_HOURS = 1;

    private final InstantSource clock;
    private final Cache<Key, AtomicReference<Spent>> spent = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(LONGEST_HOURS, TimeUnit.HOURS)
            .build();

    private final ToIntFunction<Purpose> most;

    /** The usual budgets. */
    public Budgets(InstantSource clock) {
        this(clock, Purpose::most);
    }

    Budgets(InstantSource clock, ToIntFunction<Purpose> most) {
        this.clock = clock;
        this.most = most;
    }

    private record Key(Purpose purpose, String who) {}

    private record Spent(long sinceMillis, int count) {}

    /** Spends one; false: there is none left, and none was spent. */
    public boolean spend(Purpose purpose, String who) {
        long now = clock.millis();
        var counter = spent.get(new Key(purpose, who), _ -> new AtomicReference<>(new Spent(now, 0)));
        Spent after = counter.updateAndGet(before ->
                now - before.sinceMillis() >= purpose.within().toMillis()
                        ? new Spent(now, 1)
                        : new Spent(before.sinceMillis(), Math.min(before.count() + 1, most.applyAsInt(purpose) + 1)));
        return after.count() <= most.applyAsInt(purpose);
    }

    /** Spends one, or ends the request with 429. */
    public void require(Purpose purpose, String who) {
        if (!spend(purpose, who)) {
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED.problem().withStatus(HttpStatus.TOO_MANY_REQUESTS.value()));
        }
    }
}
