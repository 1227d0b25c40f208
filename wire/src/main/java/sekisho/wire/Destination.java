package sekisho.wire;

import java.nio.ByteOrder;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;
import sekisho.wire.sbe.MessageHeaderEncoder;

/** Where the next message is written; moves on with each that is complete. */
final class Destination {
    private MutableDirectBuffer buffer = new ExpandableArrayBuffer(0);
    private int position;

    Destination at(MutableDirectBuffer buffer, int position) {
        this.buffer = buffer;
        this.position = position;
        return this;
    }

    MutableDirectBuffer buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    /** Writes the message's header and puts the flyweight behind it. */
    <E extends MessageEncoderFlyweight> E begin(E encoder) {
        return begin(encoder, header(encoder));
    }

    /** The same, for messages that come by the million: with a header that was made once. */
    <E extends MessageEncoderFlyweight> E begin(E encoder, long header) {
        buffer.putLong(position, header, ByteOrder.LITTLE_ENDIAN);
        encoder.wrap(buffer, position + MessageHeaderEncoder.ENCODED_LENGTH);
        return encoder;
    }

    /** The header of a message as one number, as its eight bytes lie. */
    static long header(MessageEncoderFlyweight encoder) {
        return shifted(encoder.sbeBlockLength(), MessageHeaderEncoder.blockLengthEncodingOffset())
                | shifted(encoder.sbeTemplateId(), MessageHeaderEncoder.templateIdEncodingOffset())
                | shifted(encoder.sbeSchemaId(), MessageHeaderEncoder.schemaIdEncodingOffset())
                | shifted(encoder.sbeSchemaVersion(), MessageHeaderEncoder.versionEncodingOffset());
    }

    private static long shifted(int uint16, int offset) {
        return (uint16 & 0xFFFFL) << (8 * offset);
    }

    /** Moves on behind the message, and says how long it is, header and groups included. */
    int end(MessageEncoderFlyweight encoder) {
        int length = MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        position += length;
        return length;
    }

    /** Leaves room for bytes that are no message. */
    void skip(int length) {
        position += length;
    }
}
