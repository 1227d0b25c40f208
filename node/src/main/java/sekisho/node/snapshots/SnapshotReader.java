package sekisho.node.snapshots;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.protocol.StateRecord;
import sekisho.wire.MalformedFrame;
import sekisho.wire.StateCodec;
import sekisho.wire.StateFingerprint;

/** Reads and verifies one snapshot. What it has handed out counts only if {@link #read} returned. */
final class SnapshotReader {
    private final FileChannel channel;
    private final long position;
    private final StateCodec codec = new StateCodec();
    private final StateFingerprint fingerprint = new StateFingerprint();
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(SnapshotFormat.BLOCK_PAYLOAD).order(ByteOrder.LITTLE_ENDIAN);
    private final UnsafeBuffer buffer = new UnsafeBuffer(block);
    private long records;

    /**
     * @param position in the file's name, for messages
     */
    SnapshotReader(FileChannel channel, long position) {
        this.channel = channel;
        this.position = position;
    }

    SnapshotPointer pointer() throws IOException {
        fill(SnapshotFormat.POINTER_BLOCK);
        block.limit(SnapshotPointer.LENGTH);
        if (checksum() != buffer.getInt(SnapshotPointer.LENGTH, ByteOrder.LITTLE_ENDIAN)) {
            throw new DamagedSnapshot("a snapshot's first bytes are damaged", position);
        }
        return SnapshotPointer.decode(buffer, 0, SnapshotPointer.LENGTH);
    }

    /** Hands out all records, after {@link #pointer}. */
    void read(Consumer<StateRecord> to) throws IOException {
        while (true) {
            fill(SnapshotFormat.BLOCK_HEADER);
            int length = block.getInt(0);
            int expected = block.getInt(4);
            if (length < 0 || length > SnapshotFormat.BLOCK_PAYLOAD) {
                throw new DamagedSnapshot("a snapshot's block has an impossible length", position);
            }
            fill(length == 0 ? SnapshotFormat.END_PAYLOAD : length);
            if (checksum() != expected) {
                throw new DamagedSnapshot("a snapshot's block is damaged", position);
            }
            if (length == 0) {
                verifyEnd();
                return;
            }
            readBlock(length, to);
        }
    }

    long records() {
        return records;
    }

    private void readBlock(int length, Consumer<StateRecord> to) throws IOException {
        int at = 0;
        try {
            while (at < length) {
                int recordLength = buffer.getShort(at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
                StateRecord row = codec.decode(buffer, at + Short.BYTES, recordLength);
                fingerprint.add(buffer, at + Short.BYTES, recordLength);
                to.accept(row);
                at += Short.BYTES + recordLength;
                records++;
            }
        } catch (MalformedFrame e) {
            throw new DamagedSnapshot("a snapshot holds bytes that are no record", position, e);
        }
    }

    private void verifyEnd() throws IOException {
        byte[] expected = new byte[SnapshotFormat.FINGERPRINT];
        buffer.getBytes(Long.BYTES, expected);
        if (block.getLong(0) != records || !new String(expected, US_ASCII).equals(fingerprint.hex())) {
            throw new DamagedSnapshot("a snapshot does not hold what it says", position);
        }
    }

    private void fill(int length) throws IOException {
        block.clear().limit(length);
        while (block.hasRemaining()) {
            if (channel.read(block) < 0) {
                throw new DamagedSnapshot("a snapshot is cut short", position);
            }
        }
        block.flip();
    }

    private int checksum() {
        crc.reset();
        crc.update(block.duplicate());
        return (int) crc.getValue();
    }
}
