package sekisho.core.decide;

/** How long what has ended is remembered. */
final class Memories {

    /** 180 days, milliseconds. */
    static final long KEPT_MILLIS = 180L * 24 * 3_600_000;

    private Memories() {}
}
