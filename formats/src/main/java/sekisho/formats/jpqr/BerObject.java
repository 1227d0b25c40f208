package sekisho.formats.jpqr;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a consumer-presented payload: BER-TLV with tags of one or two bytes and lengths up to 255.
 *
 * @param tag two or four hexadecimal digits, upper case
 * @param value hexadecimal digits, upper case
 */
record BerObject(String tag, String value) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MORE_TAG = 0x1F;
    private static final int LONG_FORM = 0x81;
    private static final int SHORT_MOST = 0x7F;
    private static final int MOST = 0xFF;

    /** Objects one after the other; empty if they are not whole. */
    static Optional<List<BerObject>> cut(byte[] bytes) {
        var objects = new ArrayList<BerObject>();
        int at = 0;
        while (at < bytes.length) {
            int tag = at;
            at += (bytes[at] & MORE_TAG) == MORE_TAG ? 2 : 1;
            if (at >= bytes.length) {
                return Optional.empty();
            }
            String name = HEX.formatHex(bytes, tag, at);
            int length = bytes[at++] & MOST;
            if (length == LONG_FORM && at < bytes.length) {
                length = bytes[at++] & MOST;
                // A length has one way to be written.
                if (length <= SHORT_MOST) {
                    return Optional.empty();
                }
            } else if (length > SHORT_MOST) {
                return Optional.empty();
            }
            if (at + length > bytes.length) {
                return Optional.empty();
            }
            objects.add(new BerObject(name, HEX.formatHex(bytes, at, at + length)));
            at += length;
        }
        return Optional.of(List.copyOf(objects));
    }

    byte[] bytes() {
        return HEX.parseHex(value);
    }

    /** How it is written, in hexadecimal digits. */
    String written() {
        int length = value.length() / 2;
        if (length > MOST) {
            throw new IllegalArgumentException("an object has at most 255 bytes");
        }
        String head = length > SHORT_MOST ? "81" : "";
        return tag + head + HEX.toHexDigits((byte) length) + value;
    }
}
