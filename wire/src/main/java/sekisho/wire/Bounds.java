package sekisho.wire;

import org.agrona.DirectBuffer;

/** Whether the bytes that a decoder is pointed at are there at all. */
final class Bounds {
    private Bounds() {}

    static void check(DirectBuffer buffer, int offset, int length) {
        if (offset < 0 || length < 0 || buffer.capacity() - offset < length) {
            throw new MalformedFrame("the bytes lie outside their buffer", offset);
        }
    }
}
