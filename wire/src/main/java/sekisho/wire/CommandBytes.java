package sekisho.wire;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.protocol.Command;

/** A command alone as bytes, for whoever keeps one until somebody else has agreed to it. Any thread. */
public final class CommandBytes {
    private CommandBytes() {}

    /** Its bytes: a message of the schema, header and all. */
    public static byte[] of(Command<?> command) {
        var buffer = new ExpandableArrayBuffer(FrameEncoder.MAX_REQUEST_LENGTH);
        byte[] bytes = new byte[new CommandCodec().encode(command, new Destination().at(buffer, 0))];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    /** The command. @throws MalformedFrame if these bytes are none */
    public static Command<?> read(byte[] bytes) {
        return new CommandCodec().decode(new Message().wrap(new UnsafeBuffer(bytes), 0, bytes.length));
    }
}
