package sekisho.server.api.requests;

/** What is known of a request. */
enum RequestState {
    /** It was executed, or refused for good. */
    ANSWERED,
    /** It is too old to be executed, and was not. */
    NEVER_EXECUTED,
    /** It was not executed so far; it may be on its way. */
    UNKNOWN
}
