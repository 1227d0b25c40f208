package sekisho.server.json;

/**
 * How low a balance may fall.
 *
 * @param minorUnits −(2^53−1) to 0
 */
public record Floor(long minorUnits) {}
