package sekisho.server.api;

/** The body of a request that needs none: nothing, or an empty object. */
public record NoBody() {}
