package sekisho.protocol;

/**
 * How much of one operation a wallet may do. Each bound is 0 to {@link #NONE} minor units; {@link #NONE} is no bound.
 *
 * @param perOperation one movement
 * @param in24Hours all movements of a sliding window of 24 hours
 * @param in30Days all movements of a sliding window of 30 days
 * @param inDay all movements since the last logged start of a day
 * @param inMonth all movements since the last logged start of a month
 */
public record Limit(long perOperation, long in24Hours, long in30Days, long inDay, long inMonth) {

    /** No bound. */
    public static final long NONE = Long.MAX_VALUE;

    /** No bound at all: nothing is counted. */
    public static final Limit UNLIMITED = new Limit(NONE, NONE, NONE, NONE, NONE);

    public Limit {
        if (perOperation < 0 || in24Hours < 0 || in30Days < 0 || inDay < 0 || inMonth < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    /** Whether use has to be counted at all. */
    public boolean counted() {
        return in24Hours != NONE || in30Days != NONE || inDay != NONE || inMonth != NONE;
    }
}
