package sekisho.identity.passport;

import java.util.Arrays;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;

/** The outer layer of a chip's files: a tag of one or two bytes, a definite length, and nothing after the value. */
final class Tlv {
    private Tlv() {}

    /** The value of a file that consists of this one object. */
    static byte[] value(byte[] bytes, int tag) throws Refusal {
        int at = tag > 0xFF ? 2 : 1;
        if (bytes.length <= at || tagOf(bytes, at) != tag) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
        int length = bytes[at++] & 0xFF;
        if (length > 0x7F) {
            int more = length & 0x7F;
            if (more < 1 || more > 3 || bytes.length < at + more) {
                throw new Refusal(IdentityRefusal.MALFORMED);
            }
            length = 0;
            for (int i = 0; i < more; i++) {
                length = (length << 8) | (bytes[at++] & 0xFF);
            }
        }
        if (bytes.length - at != length) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private static int tagOf(byte[] bytes, int length) {
        return length == 1 ? bytes[0] & 0xFF : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    }
}
