package sekisho.server.projection;

/**
 * How far the projection is behind the log.
 *
 * @param steps in the log that are not projected
 * @param millis how long ago the first of them was stamped; 0 without any
 */
public record Lag(long steps, long millis) {}
