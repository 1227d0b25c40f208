package sekisho.cli.imports;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sekisho.protocol.Repeated;

/**
 * The chain hashes of a script's entries: where the engine says how far it had come in the stream before, they tell whether that was the same
 * script. The sender's thread puts and checks, the gateway's thread only hears.
 */
final class Chain {
    private final long[] hashes;
    private final Map<Long, Long> heard = new ConcurrentHashMap<>();

    /**
     * Begins a chain.
     *
     * @param count entries of the script
     */
    Chain(int count) {
        this.hashes = new long[count + 1];
    }

    /** Takes in the chain hash of the first so many entries. */
    void put(int entries, long hash) {
        hashes[entries] = hash;
    }

    /** Takes in how far the engine says that it had come, and with what. */
    void hear(Repeated repeated) {
        heard.putIfAbsent(repeated.lastSequence(), repeated.chainHash());
    }

    /**
     * Checks what was heard, now that all entries are in.
     *
     * @throws ImportFailed if the engine had come there with something else
     */
    void check() throws ImportFailed {
        for (Map.Entry<Long, Long> claim : heard.entrySet()) {
            long entries = claim.getKey();
            if (entries >= hashes.length) {
                throw anotherFile("it had " + entries + " entries");
            }
            if (hashes[(int) entries] != claim.getValue()) {
                throw anotherFile("its first " + entries + " entries differ");
            }
        }
    }

    /** The complaint that this home knows the stream, with other contents. */
    static ImportFailed anotherFile(String how) {
        return new ImportFailed("this home has imported something else under the same stream name (" + how
                + "): another file, or another --overdraft. Nothing was changed. Use another --home or --stream.");
    }
}
