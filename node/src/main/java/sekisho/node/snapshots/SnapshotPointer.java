package sekisho.node.snapshots;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Where in the logs a snapshot was taken.
 *
 * @param position in the command log: all steps up to it are in the snapshot
 * @param outcomeOffset in the outcome log: the first outcome that is not in the snapshot
 * @param stamp the engine's time (ms)
 * @param behaviourVersion the engine's behaviour
 */
public record SnapshotPointer(long position, long outcomeOffset, long stamp, int behaviourVersion) {
    /** Bytes of a pointer. */
    public static final int LENGTH = 40;

    private static final long MAGIC = 0x31504E53_484B4553L; // "SEKHSNP1"

    /** Writes the pointer, {@link #LENGTH} bytes. */
    public void encode(MutableDirectBuffer buffer, int offset) {
        buffer.putLong(offset, MAGIC, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + 8, position, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + 16, outcomeOffset, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + 24, stamp, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + 32, behaviourVersion, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads a pointer.
     *
     * @throws IllegalArgumentException if the bytes are no pointer
     */
    public static SnapshotPointer decode(DirectBuffer buffer, int offset, int length) {
        if (length < LENGTH || buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN) != MAGIC) {
            throw new IllegalArgumentException("these bytes point to no snapshot");
        }
        return new SnapshotPointer(
                buffer.getLong(offset + 8, ByteOrder.LITTLE_ENDIAN),
                buffer.getLong(offset + 16, ByteOrder.LITTLE_ENDIAN),
                buffer.getLong(offset + 24, ByteOrder.LITTLE_ENDIAN),
                (int) buffer.getLong(offset + 32, ByteOrder.LITTLE_ENDIAN));
    }
}
