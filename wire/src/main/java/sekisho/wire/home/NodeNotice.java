package sekisho.wire.home;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What a node tells every gateway each second, among the answers: that it is alive, and whether it wants requests.
 * It begins like a message of the schema, with a template that the schema never gives out.
 *
 * @param accepting false: the disk is nearly full, send nothing
 */
public record NodeNotice(boolean accepting) {
    /** Bytes of a notice. */
    public static final int LENGTH = 16;

    private static final long HEADER = 0x5345_4B49_FFFE_0008L;
    private static final int ACCEPTING_AT = 8;

    /** Writes the notice, {@link #LENGTH} bytes. */
    public void encode(MutableDirectBuffer buffer, int offset) {
        buffer.putLong(offset, HEADER, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + ACCEPTING_AT, accepting ? 1 : 0, ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether these bytes are a notice. */
    public static boolean isOne(DirectBuffer buffer, int offset, int length) {
        return length >= LENGTH && buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN) == HEADER;
    }

    public static NodeNotice decode(DirectBuffer buffer, int offset) {
        return new NodeNotice(buffer.getLong(offset + ACCEPTING_AT, ByteOrder.LITTLE_ENDIAN) != 0);
    }
}
