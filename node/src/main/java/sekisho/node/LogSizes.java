package sekisho.node;

/**
 * How large the pieces of the logs are, in bytes.
 *
 * @param term of the command log's buffers in memory: a power of 2 from 64 KiB; a message takes up to an eighth of it
 * @param logSegment of the command log's files: a power of 2, at least a term. Retention works in whole files
 * @param outcomeSegment of the outcome log's files: a multiple of 8
 * @param mtu largest packet of the command log on the wire: a multiple of 32 up to 65,504
 */
public record LogSizes(int term, int logSegment, int outcomeSegment, int mtu) {

    /** For one node: its log goes over no network. */
    public static final LogSizes STANDARD = new LogSizes(64 << 20, 128 << 20, 128 << 20, 8192);

    /** For tests. */
    public static final LogSizes SMALL = new LogSizes(1 << 20, 1 << 20, 1 << 20, 8192);
}
