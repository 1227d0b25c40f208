package sekisho.server.json;

/**
 * A reference to evidence that somebody has accepted.
 *
 * @param value 1 to 2^53−1
 */
public record Evidence(long value) {}
