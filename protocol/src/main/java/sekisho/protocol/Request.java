package sekisho.protocol;

/**
 * One command with everything the engine needs to know of its sender.
 *
 * @param contentHash 64-bit hash of the encoded command: the same key with another hash is a conflict
 * @param linked the next request of the same frame succeeds or fails together with this one (a chain)
 * @param dryRun decide and answer, change nothing, remember nothing
 * @param effectiveAt when the movement took effect, not later than now; 0: when it is booked
 * @param proof who stands behind it; not part of the contents
 */
public record Request(
        BookId book,
        ClientId client,
        RequestKey key,
        long contentHash,
        boolean linked,
        boolean dryRun,
        long effectiveAt,
        Command<?> command,
        Proof proof) {

    /** A request that nobody stands behind. */
    public Request(
            BookId book,
            ClientId client,
            RequestKey key,
            long contentHash,
            boolean linked,
            boolean dryRun,
            long effectiveAt,
            Command<?> command) {
        this(book, client, key, contentHash, linked, dryRun, effectiveAt, command, Proof.NONE);
    }

    /** An ordinary request: not linked, executed, effective when booked. */
    public static Request of(BookId book, ClientId client, RequestKey key, long contentHash, Command<?> command) {
        return new Request(book, client, key, contentHash, false, false, 0, command);
    }

    /** The name of what this request starts, if it starts anything. */
    public OperationId operation() {
        return OperationId.of(client, key, 0);
    }

    /** The same request with somebody behind it. */
    public Request with(Proof other) {
        return new Request(book, client, key, contentHash, linked, dryRun, effectiveAt, command, other);
    }

    /** What stands in reports; a proof only where there is one. */
    @Override
    public String toString() {
        String text = "Request[book=" + book + ", client=" + client + ", key=" + key + ", contentHash=" + contentHash
                + ", linked=" + linked + ", dryRun=" + dryRun + ", effectiveAt=" + effectiveAt + ", command=" + command;
        return text + (proof.equals(Proof.NONE) ? "]" : ", proof=" + proof + "]");
    }
}
