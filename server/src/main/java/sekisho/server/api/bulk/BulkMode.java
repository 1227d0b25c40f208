package sekisho.server.api.bulk;

/** How the lines of a bulk request hang together. */
enum BulkMode {
    /** Each by itself. */
    CONTINUE,
    /** All or none: at most 64. */
    ATOMIC
}
