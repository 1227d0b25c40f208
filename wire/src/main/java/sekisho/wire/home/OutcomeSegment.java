package sekisho.wire.home;

import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;

/**
 * The layout of one segment file of the outcome log.
 *
 * <p>A header of 64 bytes: magic, format version, the file's length, the segment's start (offset of its first byte in
 * the whole log, headers counted), and the log position of its first frame. Then frames, aligned to 8 bytes:
 *
 * <pre>
 *  0  int   length of the payload; 0: not written yet; −1: nothing more in this segment
 *  4  int   CRC32C of position and payload
 *  8  long  position of the step in the command log
 * 16        payload
 * </pre>
 *
 * The length is stored last, with release order: who reads a length with acquire order sees the frame whole. All numbers
 * are little endian.
 */
public final class OutcomeSegment {
    public static final int HEADER_LENGTH = 64;
    public static final int FRAME_HEADER_LENGTH = 16;
    public static final int NOT_WRITTEN = 0;
    public static final int END_OF_SEGMENT = -1;
    public static final String EXTENSION = ".outcomes";
    public static final String CHECKSUM_EXTENSION = ".crc32c";

    private static final long MAGIC = 0x3154554F4853_4B53L; // "SKSHOUT1"
    private static final int VERSION = 1;
    private static final int MAGIC_AT = 0;
    private static final int VERSION_AT = 8;
    private static final int LENGTH_AT = 12;
    private static final int START_AT = 16;
    private static final int FIRST_POSITION_AT = 24;

    private OutcomeSegment() {}

    /** The file of the segment that starts at this offset of the whole log. Names sort like offsets. */
    public static String fileName(long start) {
        String digits = Long.toString(start);
        return "0".repeat(19 - digits.length()) + digits + EXTENSION;
    }

    /** The offset that a segment's file name says. */
    public static long startOf(String fileName) {
        return Long.parseLong(fileName.substring(0, fileName.length() - EXTENSION.length()));
    }

    /** Writes a header; the magic last, so that a reader sees it whole. */
    public static void writeHeader(AtomicBuffer segment, long start, int length, long firstPosition) {
        segment.putInt(VERSION_AT, VERSION, ByteOrder.LITTLE_ENDIAN);
        segment.putInt(LENGTH_AT, length, ByteOrder.LITTLE_ENDIAN);
        segment.putLong(START_AT, start, ByteOrder.LITTLE_ENDIAN);
        segment.putLong(FIRST_POSITION_AT, firstPosition, ByteOrder.LITTLE_ENDIAN);
        segment.putLongRelease(MAGIC_AT, MAGIC);
    }

    /** Whether a whole header for this start is there. */
    public static boolean hasHeader(AtomicBuffer segment, long start) {
        return segment.capacity() > HEADER_LENGTH
                && segment.getLongAcquire(MAGIC_AT) == MAGIC
                && segment.getInt(VERSION_AT, ByteOrder.LITTLE_ENDIAN) == VERSION
                && segment.getInt(LENGTH_AT, ByteOrder.LITTLE_ENDIAN) == segment.capacity()
                && segment.getLong(START_AT, ByteOrder.LITTLE_ENDIAN) == start;
    }

    /** Position of the segment's first frame. */
    public static long firstPosition(DirectBuffer segment) {
        return segment.getLong(FIRST_POSITION_AT, ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes that a frame takes, header and alignment counted. */
    public static int frameLength(int payloadLength) {
        return (FRAME_HEADER_LENGTH + payloadLength + 7) & ~7;
    }

    /** Length of the payload of the frame at an index, or one of the two marks. */
    public static int payloadLength(AtomicBuffer segment, int index) {
        return index + FRAME_HEADER_LENGTH > segment.capacity() ? END_OF_SEGMENT : segment.getIntAcquire(index);
    }

    /** Position of the step whose outcomes the frame at an index holds. */
    public static long position(DirectBuffer segment, int index) {
        return segment.getLong(index + 8, ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes all of a frame but its length. */
    public static void writeFrame(AtomicBuffer segment, int index, long position, int crc) {
        segment.putInt(index + 4, crc, ByteOrder.LITTLE_ENDIAN);
        segment.putLong(index + 8, position, ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes a frame (or the end of the segment) visible to readers. */
    public static void publish(AtomicBuffer segment, int index, int length) {
        segment.putIntRelease(index, length);
    }

    /** Whether the frame at an index fits into the segment and has the checksum it says. */
    public static boolean intact(AtomicBuffer segment, int index, int payloadLength, Checksum checksum) {
        return payloadLength > 0
                && (long) index + frameLength(payloadLength) <= segment.capacity()
                && segment.getInt(index + 4, ByteOrder.LITTLE_ENDIAN)
                        == checksum.of(position(segment, index), segment, index + FRAME_HEADER_LENGTH, payloadLength);
    }

    /** Computes the CRC32C of a position and a payload. One owner thread. */
    public static final class Checksum {
        private static final int BLOCK = 64 * 1024;

        private final CRC32C crc = new CRC32C();
        private final byte[] block = new byte[BLOCK];

        /** The checksum of a frame with this position and payload. */
        public int of(long position, DirectBuffer payload, int offset, int length) {
            crc.reset();
            for (int i = 0; i < Long.BYTES; i++) {
                block[i] = (byte) (position >>> (8 * i));
            }
            crc.update(block, 0, Long.BYTES);
            byte[] array = payload.byteArray();
            if (array != null) {
                crc.update(array, payload.wrapAdjustment() + offset, length);
            } else {
                updateInBlocks(payload, offset, length);
            }
            return (int) crc.getValue();
        }

        /** Memory that is no array is copied, piece by piece. */
        private void updateInBlocks(DirectBuffer payload, int offset, int length) {
            for (int done = 0; done < length; done += BLOCK) {
                int piece = Math.min(BLOCK, length - done);
                payload.getBytes(offset + done, block, 0, piece);
                crc.update(block, 0, piece);
            }
        }
    }
}
