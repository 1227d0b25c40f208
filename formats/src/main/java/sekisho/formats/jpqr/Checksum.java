package sekisho.formats.jpqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/**
 * The checksum of merchant-presented payloads: CRC of 16 bits, polynomial 1021 (hexadecimal), begun with FFFF, over
 * the UTF-8 bytes of everything before it, its own id and length (6304) included (EMVCo MPM 1.1, 4.7.3).
 */
final class Checksum {
    private static final int POLYNOMIAL = 0x1021;
    private static final int TOP = 0x8000;
    private static final int WORD = 0xFFFF;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Checksum() {}

    /** Four hexadecimal digits, upper case. */
    static String of(String text) {
        int crc = WORD;
        for (byte b : text.getBytes(UTF_8)) {
            crc ^= (b & 0xFF) << 8;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = ((crc & TOP) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL) & WORD;
            }
        }
        return HEX.toHexDigits((short) crc);
    }
}
