package sekisho.server.json;

/**
 * A number that is not money: a reference, a position, a caller's own number.
 *
 * @param value 0 to 2^53−1, so that every JSON reader holds it exactly
 */
public record Count(long value) {
    public static final Count ZERO = new Count(0);
}
