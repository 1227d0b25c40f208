package sekisho.server.json;

/**
 * How long a reader is ready to wait.
 *
 * @param seconds 0 to 20
 */
public record WaitTime(long seconds) {}
