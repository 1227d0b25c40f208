package sekisho.cli.imports;

import java.util.HashMap;
import java.util.Map;
import sekisho.protocol.Repeated;
import sekisho.protocol.StreamEntry;

/**
 * The chain hashes of a script's entries: where the engine says how far it had come in the stream, they tell whether that was the same
 * script. Owned by one thread.
 */
final class Chain {
    private final long stream;
    private final long[] hashes;
    private int known;
    private final Map<Long, Long> claims = new HashMap<>();

    /**
     * Begins a chain.
     *
     * @param stream the stream's number
     * @param count entries of the script
     */
    Chain(long stream, int count) {
        this.stream = stream;
        this.hashes = new long[count + 1];
    }

    /** The key of an entry, from 0, whose predecessors are all in. */
    StreamEntry key(int entry) {
        return new StreamEntry(stream, entry + 1L, hashes[entry]);
    }

    /** Takes in the contents of an entry. */
    void put(int entry, long contentHash) {
        hashes[entry + 1] = StreamEntry.chain(hashes[entry], contentHash);
        known = Math.max(known, entry + 1);
    }

    /**
     * Takes in how far the engine says that it had come.
     *
     * @throws ImportFailed if it had come there with something else
     */
    void heard(Repeated repeated) throws ImportFailed {
        if (repeated.lastSequence() >= hashes.length) {
            throw anotherFile("it had " + repeated.lastSequence() + " entries");
        }
        if (repeated.lastSequence() > known) {
            claims.put(repeated.lastSequence(), repeated.chainHash());
        } else {
            check(repeated.lastSequence(), repeated.chainHash());
        }
    }

    /** Checks what could not be checked before, now that all entries are in. */
    void finish() throws ImportFailed {
        for (Map.Entry<Long, Long> claim : claims.entrySet()) {
            check(claim.getKey(), claim.getValue());
        }
    }

    /** The complaint that this home knows the stream, with other contents. */
    static ImportFailed anotherFile(String how) {
        return new ImportFailed("this home has imported something else under the same stream name (" + how
                + "): another file, or another --overdraft. Nothing was changed. Use another --home or --stream.");
    }

    private void check(long sequence, long hash) throws ImportFailed {
        if (hashes[(int) sequence] != hash) {
            throw anotherFile("its first " + sequence + " entries differ");
        }
    }
}
