package sekisho.wire;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;
import sekisho.wire.sbe.GroupSizeEncodingDecoder;
import sekisho.wire.sbe.MessageHeaderDecoder;

/**
 * One message to be read. Its lengths are checked against the bytes that are there before anything else of it is
 * looked at, so a flyweight on it cannot reach beyond it.
 */
final class Message {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final GroupSizeEncodingDecoder groupSize = new GroupSizeEncodingDecoder();
    private final ExpandableArrayBuffer completion = new ExpandableArrayBuffer();
    private DirectBuffer buffer = new UnsafeBuffer(new byte[0]);
    private int offset;
    private int limit;
    private int template;
    private int blockLength;
    private int end;
    private int completed;

    /** Reads the header of the message at an offset; the message may reach to the limit, exclusive. */
    Message wrap(DirectBuffer buffer, int offset, int limit) {
        this.buffer = buffer;
        this.offset = offset;
        this.limit = limit;
        if (limit - offset < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw malformed("the bytes end within a message header");
        }
        header.wrap(buffer, offset);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw malformed("the message is of another schema");
        }
        template = header.templateId();
        blockLength = header.blockLength();
        if (limit - body() < blockLength) {
            throw malformed("the bytes end within a message");
        }
        end = body() + blockLength;
        return this;
    }

    int offset() {
        return offset;
    }

    int template() {
        return template;
    }

    /** The first byte after all of it that was read: block and groups. */
    int end() {
        return end;
    }

    /**
     * Puts a flyweight on the block. What a newer writer has appended is stepped over; the block of an older writer is
     * completed with zeros (in a copy), which is what a field says where it is not used. The flyweight is told our own
     * version: the bytes are there either way, and the version that they claim is not believed.
     */
    <D extends MessageDecoderFlyweight> D body(D decoder) {
        int known = decoder.sbeBlockLength();
        if (blockLength >= known) {
            completed = 0;
            decoder.wrap(buffer, body(), blockLength, MessageHeaderDecoder.SCHEMA_VERSION);
        } else {
            completed = known;
            completion.setMemory(0, known, (byte) 0);
            completion.putBytes(0, buffer, body(), blockLength);
            decoder.wrap(completion, 0, known, MessageHeaderDecoder.SCHEMA_VERSION);
        }
        return decoder;
    }

    /** The block as so many words: what is not there is 0, what is more is stepped over. */
    long[] words(int count) {
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            int at = i * Long.BYTES;
            for (int b = Math.min(Long.BYTES, blockLength - at) - 1; b >= 0; b--) {
                words[i] = words[i] << 8 | (buffer.getByte(body() + at + b) & 0xFF);
            }
        }
        completed = 0;
        return words;
    }

    /** Checks the one group that follows the block, and says how many entries it has. */
    int group(int entryLength, int most) {
        if (limit - end < GroupSizeEncodingDecoder.ENCODED_LENGTH) {
            throw malformed("the bytes end within a group header");
        }
        groupSize.wrap(buffer, end);
        int count = groupSize.numInGroup();
        if (count > most) {
            throw malformed("a group has too many entries");
        }
        if (groupSize.blockLength() < entryLength) {
            throw malformed("a group's entry is shorter than it ever was");
        }
        int length = GroupSizeEncodingDecoder.ENCODED_LENGTH + count * groupSize.blockLength();
        if (limit - end < length) {
            throw malformed("the bytes end within a group");
        }
        if (completed != 0) {
            completion.putBytes(completed, buffer, end, length);
        }
        end += length;
        return count;
    }

    MalformedFrame unknownTemplate() {
        return malformed("no message of this kind is known here");
    }

    MalformedFrame malformed(String text) {
        return new MalformedFrame(text, offset);
    }

    /** A constructor of the protocol has refused a value. */
    MalformedFrame refused(IllegalArgumentException cause) {
        return new MalformedFrame("a field has a value that it may not have", offset, cause);
    }

    private int body() {
        return offset + MessageHeaderDecoder.ENCODED_LENGTH;
    }
}
