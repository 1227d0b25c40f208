package sekisho.server.json;

/**
 * How long a hold holds.
 *
 * @param seconds 1 to 366 days
 */
public record HoldTime(long seconds) {}
