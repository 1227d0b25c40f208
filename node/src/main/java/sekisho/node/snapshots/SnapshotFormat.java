package sekisho.node.snapshots;

/**
 * The layout of a snapshot's file, little endian: the pointer; blocks; the end.
 *
 * <pre>
 * pointer   {@value SnapshotPointer#LENGTH} bytes, then int CRC32C of them, int 0
 * block     int length of the payload (1 or more), int CRC32C of the payload,
 *           payload: records, each with its length as a short before it
 * end       int 0, int CRC32C of the rest, long number of records, 32 letters of fingerprint
 * </pre>
 */
final class SnapshotFormat {
    static final int POINTER_BLOCK = SnapshotPointer.LENGTH + 8;
    static final int BLOCK_HEADER = 8;
    static final int BLOCK_PAYLOAD = 1 << 20;
    static final int FINGERPRINT = 32;
    static final int END_PAYLOAD = 8 + FINGERPRINT;

    private SnapshotFormat() {}
}
