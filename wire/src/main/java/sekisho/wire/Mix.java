package sekisho.wire;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import sekisho.wire.sbe.GroupSizeEncodingDecoder;
import sekisho.wire.sbe.MessageHeaderDecoder;

/**
 * Mixes encoded messages into 64 bits, eight bytes at a time. Trailing zero bytes of a block do not count: a field that
 * is appended to a message later, and is 0 where it is not used, leaves the hash of all older bytes as it was.
 *
 * @param multiplier odd; two mixes with different multipliers are independent of each other
 */
record Mix(long multiplier) {

    /** Takes in one number. For a given hash, different numbers always give different results. */
    long absorb(long hash, long number) {
        long mixed = (hash ^ number) * multiplier;
        return mixed ^ mixed >>> 32;
    }

    /** Takes in a whole message: template, block, and the blocks of its groups' entries. Header lengths do not count. */
    long absorbMessage(long hash, DirectBuffer buffer, int offset, int length) {
        long mixed = absorb(hash, uint16(buffer, offset + MessageHeaderDecoder.templateIdEncodingOffset()));
        int blockLength = uint16(buffer, offset + MessageHeaderDecoder.blockLengthEncodingOffset());
        int at = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        mixed = absorbBlock(mixed, buffer, at, blockLength);
        at += blockLength;
        while (at < offset + length) {
            int entryLength = uint16(buffer, at + GroupSizeEncodingDecoder.blockLengthEncodingOffset());
            int count = uint16(buffer, at + GroupSizeEncodingDecoder.numInGroupEncodingOffset());
            at += GroupSizeEncodingDecoder.ENCODED_LENGTH;
            mixed = absorb(mixed, count);
            for (int i = 0; i < count; i++) {
                mixed = absorbBlock(mixed, buffer, at, entryLength);
                at += entryLength;
            }
        }
        return mixed;
    }

    /** Spreads every bit over the whole hash; a last step. Different hashes stay different. */
    static long finish(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }

    private long absorbBlock(long hash, DirectBuffer buffer, int offset, int length) {
        int words = (length + 7) >>> 3;
        while (words > 0 && word(buffer, offset, length, words - 1) == 0) {
            words--;
        }
        long mixed = hash;
        for (int i = 0; i < words; i++) {
            mixed = absorb(mixed, word(buffer, offset, length, i));
        }
        return absorb(mixed, words);
    }

    private static long word(DirectBuffer buffer, int offset, int length, int index) {
        int at = index << 3;
        return length - at >= Long.BYTES
                ? buffer.getLong(offset + at, ByteOrder.LITTLE_ENDIAN)
                : tail(buffer, offset + at, length - at);
    }

    /** The last 1 to 7 bytes as a number, as if zeros followed. */
    private static long tail(DirectBuffer buffer, int offset, int length) {
        long number = 0;
        int at = 0;
        if ((length & 4) != 0) {
            number = buffer.getInt(offset, ByteOrder.LITTLE_ENDIAN) & 0xFFFF_FFFFL;
            at = 4;
        }
        if ((length & 2) != 0) {
            number |= (long) uint16(buffer, offset + at) << (at << 3);
            at += 2;
        }
        if ((length & 1) != 0) {
            number |= (buffer.getByte(offset + at) & 0xFFL) << (at << 3);
        }
        return number;
    }

    private static int uint16(DirectBuffer buffer, int offset) {
        return buffer.getShort(offset, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }
}
