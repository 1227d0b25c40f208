package sekisho.server.json;

/**
 * How often a client may ask in the long run.
 *
 * @param perSecond 1 to 1,000,000
 */
public record RequestRate(int perSecond) {}
