package sekisho.server.json;

/**
 * A client's name with OAuth.
 *
 * @param id 1 to 64 lower-case letters, digits and dashes
 */
public record OAuthClient(String id) {}
