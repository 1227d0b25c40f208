package sekisho.wire;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import sekisho.protocol.StateRecord;

/**
 * 128 bits that stand for a whole state: equal for equal sets of records, whatever their order; different, but for
 * chance, as soon as one field of one record differs, or a record is missing or there twice. Made of two sums, each of
 * an independent 64-bit hash of every record's bytes. It finds mistakes and damage; it is no signature.
 *
 * <p>Belongs to one thread.
 */
public final class StateFingerprint {
    private static final Mix FIRST = new Mix(0x9FB21C651E98DF25L);
    private static final Mix SECOND = new Mix(0xD6E8FEB86659FD93L);

    private final StateCodec codec = new StateCodec();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(StateCodec.MAX_LENGTH);
    private long firstSum;
    private long secondSum;

    /** Takes in one record. */
    public void add(StateRecord row) {
        add(buffer, 0, codec.encode(row, buffer, 0));
    }

    /** Takes in one record as {@link StateCodec} wrote it. */
    public void add(DirectBuffer encoded, int offset, int length) {
        firstSum += Mix.finish(FIRST.absorbMessage(0x243F6A8885A308D3L, encoded, offset, length));
        secondSum += Mix.finish(SECOND.absorbMessage(0x13198A2E03707344L, encoded, offset, length));
    }

    /** The fingerprint of the records so far: 32 hexadecimal digits. */
    public String hex() {
        return "%016x%016x".formatted(firstSum, secondSum);
    }
}
