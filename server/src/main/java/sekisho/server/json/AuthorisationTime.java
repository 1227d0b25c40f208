package sekisho.server.json;

/**
 * How long an authorisation holds.
 *
 * @param seconds 1 to 30 days
 */
public record AuthorisationTime(long seconds) {}
