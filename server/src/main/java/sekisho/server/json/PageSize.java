package sekisho.server.json;

import org.jspecify.annotations.Nullable;

/**
 * How many rows a page has at most.
 *
 * @param size 1 to 1,000
 */
public record PageSize(int size) {
    static final int MOST = 1_000;

    private static final int USUAL = 100;

    /** The size that is asked for; 100 if none is. */
    public static int of(@Nullable PageSize asked) {
        return asked == null ? USUAL : asked.size();
    }
}
