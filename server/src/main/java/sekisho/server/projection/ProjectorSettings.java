package sekisho.server.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How the projector works.
 *
 * @param home whose outcome log it follows
 * @param rows of one transaction, about, at most
 * @param pace between two transactions at least, unless there is much to write; bounds the work of the database at
 *     moderate load, and is what a reader may have to wait
 * @param longestRetry between two tries to reach a database that is away
 * @param cachedAccounts accounts whose balances are kept in memory
 * @param clock to tell the lag
 */
public record ProjectorSettings(
        Path home, int rows, Duration pace, Duration longestRetry, int cachedAccounts, InstantSource clock) {
    private static final int ROWS = 60_000;
    private static final int CACHED_ACCOUNTS = 200_000;

    public ProjectorSettings {
        if (rows < 1 || cachedAccounts < 1) {
            throw new IllegalArgumentException("rows and cached accounts are at least 1");
        }
    }

    /** The usual ones. */
    public static ProjectorSettings of(Path home) {
        return new ProjectorSettings(
                home, ROWS, Duration.ofMillis(10), Duration.ofSeconds(5), CACHED_ACCOUNTS, InstantSource.system());
    }

    public ProjectorSettings withRows(int value) {
        return new ProjectorSettings(home, value, pace, longestRetry, cachedAccounts, clock);
    }

    public ProjectorSettings withPace(Duration value) {
        return new ProjectorSettings(home, rows, value, longestRetry, cachedAccounts, clock);
    }

    public ProjectorSettings withLongestRetry(Duration value) {
        return new ProjectorSettings(home, rows, pace, value, cachedAccounts, clock);
    }

    public ProjectorSettings withCachedAccounts(int value) {
        return new ProjectorSettings(home, rows, pace, longestRetry, value, clock);
    }

    public ProjectorSettings withClock(InstantSource value) {
        return new ProjectorSettings(home, rows, pace, longestRetry, cachedAccounts, value);
    }
}
