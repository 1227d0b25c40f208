package sekisho.core.limits;

/** The arithmetic of sliding windows with a grain of 15 minutes. */
public final class Slots {

    /** The grain, milliseconds. */
    public static final long GRAIN = 900_000;

    /** The short window: 24 hours, milliseconds. */
    public static final long DAY = 86_400_000;

    /** The long window: 30 days, milliseconds. */
    public static final long MONTH = 30 * DAY;

    private Slots() {}

    /** The slot of a time. */
    public static int slot(long millis) {
        return (int) (millis / GRAIN);
    }

    /** The slot of time from whose beginning on what was booked in a slot counts no more in a window. */
    public static int leaves(int slot, long window) {
        return slot + 1 + (int) (window / GRAIN);
    }

    /** Whether what was booked in a slot counts no more in a window that ends now. */
    public static boolean left(int slot, long window, long now) {
        return slot(now) >= leaves(slot, window);
    }
}
