package sekisho.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Digest;
import sekisho.protocol.RequestId;
import sekisho.protocol.RequestKey;
import sekisho.protocol.StreamEntry;
import sekisho.wire.sbe.GroupSizeEncodingDecoder;
import sekisho.wire.sbe.MessageHeaderDecoder;

/**
 * What an authenticator signs for a request: SHA-256 over, in big-endian order, {@code "sekisho-request-1"}, a zero byte,
 * book (2 bytes), client (8), 1 and the request id (16) or 2 and stream and sequence (16), effective time (8), and the
 * encoded command: its template (2), the length of its block (4) and the block without zeros at its end, and the same two
 * of each entry of its group. So a field that is added later, and is 0, leaves it as it was; and no other command, book,
 * client or key has the same.
 */
public final class Challenge {
    private static final byte[] NAME = "sekisho-request-1\0".getBytes(StandardCharsets.US_ASCII);

    private Challenge() {}

    /** The challenge of a request with this key and command. */
    public static Digest of(BookId book, ClientId client, RequestKey key, long effectiveAt, Command<?> command) {
        var buffer = new ExpandableArrayBuffer(FrameEncoder.MAX_REQUEST_LENGTH);
        int length = new CommandCodec().encode(command, new Destination().at(buffer, 0));
        return of(new Sender(book, client, key, effectiveAt), buffer, 0, length);
    }

    /** Whose request it is, and which. */
    record Sender(BookId book, ClientId client, RequestKey key, long effectiveAt) {}

    /** The same of a command that lies encoded at an offset. */
    static Digest of(Sender sender, DirectBuffer buffer, int offset, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(NAME.length + 48 + 2 * length);
        bytes.put(NAME)
                .putShort((short) sender.book().value())
                .putLong(sender.client().value());
        switch (sender.key()) {
            case RequestId id -> bytes.put((byte) 1).putLong(id.high()).putLong(id.low());
            case StreamEntry entry ->
                bytes.put((byte) 2).putLong(entry.stream()).putLong(entry.sequence());
        }
        bytes.putLong(sender.effectiveAt());
        put(buffer, offset, length, bytes);
        byte[] signed = new byte[bytes.position()];
        bytes.flip().get(signed);
        return Digest.sha256(signed);
    }

    private static void put(DirectBuffer buffer, int offset, int length, ByteBuffer to) {
        int block = uint16(buffer, offset + MessageHeaderDecoder.blockLengthEncodingOffset());
        to.putShort((short) uint16(buffer, offset + MessageHeaderDecoder.templateIdEncodingOffset()));
        int at = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        putBlock(buffer, at, block, to);
        at += block;
        while (at < offset + length) {
            int entry = uint16(buffer, at + GroupSizeEncodingDecoder.blockLengthEncodingOffset());
            int count = uint16(buffer, at + GroupSizeEncodingDecoder.numInGroupEncodingOffset());
            at += GroupSizeEncodingDecoder.ENCODED_LENGTH;
            for (int i = 0; i < count; i++) {
                putBlock(buffer, at, entry, to);
                at += entry;
            }
        }
    }

    private static void putBlock(DirectBuffer buffer, int offset, int block, ByteBuffer to) {
        int length = block;
        while (length > 0 && buffer.getByte(offset + length - 1) == 0) {
            length--;
        }
        to.putInt(length);
        for (int i = 0; i < length; i++) {
            to.put(buffer.getByte(offset + i));
        }
    }

    private static int uint16(DirectBuffer buffer, int offset) {
        return buffer.getShort(offset, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }
}
