package sekisho.bank.description;

/**
 * When the bank's pages and its rail are open, each day in Japan's time.
 *
 * @param fromMinute of the day, 0 to 1439
 * @param untilMinute of the day, later, 1440 at most; at this minute it is closed
 */
public record Hours(int fromMinute, int untilMinute) {
    private static final int MINUTES = 1_440;

    public Hours {
        if (fromMinute < 0 || fromMinute >= untilMinute || untilMinute > MINUTES) {
            throw new IllegalArgumentException("hours are 0 ≤ from < until ≤ 1440 minutes");
        }
    }

    /** Whether it is open in a minute of the day, 0 to 1439. */
    public boolean open(int minute) {
        return minute >= fromMinute && minute < untilMinute;
    }
}
