package sekisho.node.snapshots;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.protocol.StateRecord;
import sekisho.wire.StateCodec;
import sekisho.wire.StateFingerprint;

/** Writes one snapshot to a channel. One owner thread. */
final class SnapshotWriter implements Consumer<StateRecord> {
    private final FileChannel channel;
    private final StateCodec codec = new StateCodec();
    private final StateFingerprint fingerprint = new StateFingerprint();
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer block = ByteBuffer.allocateDirect(
                    SnapshotFormat.BLOCK_HEADER + SnapshotFormat.BLOCK_PAYLOAD)
            .order(ByteOrder.LITTLE_ENDIAN);
    private final UnsafeBuffer buffer = new UnsafeBuffer(block);
    private int end = SnapshotFormat.BLOCK_HEADER;
    private long records;

    SnapshotWriter(FileChannel channel, SnapshotPointer pointer) throws IOException {
        this.channel = channel;
        pointer.encode(buffer, 0);
        block.limit(SnapshotPointer.LENGTH).position(0);
        crc.update(block);
        block.limit(SnapshotFormat.POINTER_BLOCK);
        block.putInt((int) crc.getValue()).putInt(0).flip();
        writeAll();
    }

    @Override
    public void accept(StateRecord row) {
        if (end + Short.BYTES + StateCodec.MAX_LENGTH > buffer.capacity()) {
            writeBlock();
        }
        int length = codec.encode(row, buffer, end + Short.BYTES);
        buffer.putShort(end, (short) length, ByteOrder.LITTLE_ENDIAN);
        fingerprint.add(buffer, end + Short.BYTES, length);
        end += Short.BYTES + length;
        records++;
    }

    /** Writes what is left, and the end. The file is not synced yet. */
    void finish() throws IOException {
        if (end > SnapshotFormat.BLOCK_HEADER) {
            writeBlock();
        }
        block.clear().position(SnapshotFormat.BLOCK_HEADER);
        block.putLong(records).put(fingerprint.hex().getBytes(US_ASCII)).flip();
        seal(0);
        writeAll();
    }

    long records() {
        return records;
    }

    String fingerprint() {
        return fingerprint.hex();
    }

    private void writeBlock() {
        try {
            block.clear().limit(end);
            seal(end - SnapshotFormat.BLOCK_HEADER);
            writeAll();
            end = SnapshotFormat.BLOCK_HEADER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts length and checksum before the payload, which ends at the limit. */
    private void seal(int length) {
        crc.reset();
        block.position(SnapshotFormat.BLOCK_HEADER);
        crc.update(block);
        block.putInt(0, length).putInt(4, (int) crc.getValue()).position(0);
    }

    private void writeAll() throws IOException {
        while (block.hasRemaining()) {
            channel.write(block);
        }
        block.clear();
    }
}
