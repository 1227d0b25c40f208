package sekisho.server.json;

/**
 * A name for people.
 *
 * @param value 1 to 100 characters
 */
public record ShortText(String value) {}
