package sekisho.server.json;

/**
 * The part of an amount that is the operator's.
 *
 * @param minorUnits 0 to 2^53−1
 */
public record Fee(long minorUnits) {
    public static final Fee NONE = new Fee(0);
}
