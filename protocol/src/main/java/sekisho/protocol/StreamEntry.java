package sekisho.protocol;

/**
 * A place in an ordered stream (an import, a file, a bulk upload). Streams are remembered for ever: a repeat is
 * answered as a repeat, a gap is refused, and so is an entry whose history differs from the one that was applied.
 *
 * @param stream names the stream within its client: a hash of its name, any non-zero number
 * @param sequence 1, 2, 3, …
 * @param chainHash the chain hash of all entries before this one; 0 before the first
 */
public record StreamEntry(long stream, long sequence, long chainHash) implements RequestKey {
    public StreamEntry {
        if (stream == 0 || sequence < 1) {
            throw new IllegalArgumentException("a stream entry has a stream and a sequence from 1");
        }
    }

    /** The chain hash after an entry: what the next entry must carry. */
    public static long chain(long chainHash, long contentHash) {
        long mixed = (chainHash ^ contentHash * 0x9E3779B97F4A7C15L) + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 32;
    }

    /** The key of the entry that follows this one, when this one's contents have the given hash. */
    public StreamEntry next(long contentHash) {
        return new StreamEntry(stream, sequence + 1, chain(chainHash, contentHash));
    }
}
