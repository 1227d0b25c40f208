package sekisho.wire;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;
import sekisho.wire.sbe.MessageHeaderEncoder;

/** Where the next message is written; moves on with each that is complete. */
final class Destination {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
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
        header.wrap(buffer, position)
                .blockLength(encoder.sbeBlockLength())
                .templateId(encoder.sbeTemplateId())
                .schemaId(encoder.sbeSchemaId())
                .version(encoder.sbeSchemaVersion());
        encoder.wrap(buffer, position + MessageHeaderEncoder.ENCODED_LENGTH);
        return encoder;
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
