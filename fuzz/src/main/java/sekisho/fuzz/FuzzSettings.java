package sekisho.fuzz;

import java.net.URI;
import java.time.Duration;

/**
 * What is fuzzed, and for how long.
 *
 * @param base address of the server, without a slash at the end; nobody else changes anything there
 * @param client who may do everything
 * @param seed chooses what is asked for
 * @param duration how long; it ends a request later at most
 */
public record FuzzSettings(URI base, String client, String secret, long seed, Duration duration) {
    /** The secret is shown to nobody. */
    @Override
    public String toString() {
        return "fuzz of " + base + ", seed " + seed + ", " + duration;
    }
}
