package sekisho.protocol;

/**
 * One command with everything the engine needs to know of its sender.
 *
 * @param contentHash 64-bit hash of the encoded command: the same key with another hash is a conflict
 * @param linked the next request of the same frame succeeds or fails together with this one (a chain)
 * @param dryRun decide and answer, change nothing, remember nothing
 * @param effectiveAt when the movement took effect, not later than now; 0: when it is booked
 */
public record Request(
        BookId book,
        ClientId client,
        RequestKey key,
        long contentHash,
        boolean linked,
        boolean dryRun,
        long effectiveAt,
        Command<?> command) {

    /** An ordinary request: not linked, executed, effective when booked. */
    public static Request of(BookId book, ClientId client, RequestKey key, long contentHash, Command<?> command) {
        return new Request(book, client, key, contentHash, false, false, 0, command);
    }

    /** The name of what this request starts, if it starts anything. */
    public OperationId operation() {
        return OperationId.of(client, key, 0);
    }
}
