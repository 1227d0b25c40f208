package sekisho.browsertests.journey;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A shop's code as anybody reads it who knows EMVCo's specification (QR Code, merchant-presented mode, version 1.1) and none
 * of our classes: objects of two digits, two digits of length, a value, and a checksum at the end (CRC-16, polynomial 1021,
 * begun with FFFF).
 *
 * @param objects by id, in their order, without the checksum
 */
public record MerchantPayload(Map<String, String> objects) {
    private static final String CHECKSUM = "6304";

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if a length or the checksum does not fit
     */
    public static MerchantPayload read(String payload) {
        int end = payload.length() - 4;
        if (!payload.startsWith(CHECKSUM, end - 4)
                || !crc(payload.substring(0, end)).equals(payload.substring(end))) {
            throw new IllegalArgumentException("the checksum does not fit: " + payload);
        }
        return new MerchantPayload(split(payload.substring(0, end - 4)));
    }

    /** The objects inside of an object; none if there is no such object. */
    public Map<String, String> inside(String id) {
        return split(objects.getOrDefault(id, ""));
    }

    private static Map<String, String> split(String text) {
        var objects = new LinkedHashMap<String, String>();
        int at = 0;
        while (at < text.length()) {
            int length = Integer.parseInt(text.substring(at + 2, at + 4));
            objects.put(text.substring(at, at + 2), text.substring(at + 4, at + 4 + length));
            at += 4 + length;
        }
        return objects;
    }

    /** The same with another value in an object, and a checksum that fits. */
    public String with(String id, String value) {
        var changed = new LinkedHashMap<>(objects);
        changed.put(id, value);
        String text = written(changed) + CHECKSUM;
        return text + crc(text);
    }

    /** Objects as they are written inside of another. */
    public static String written(Map<String, String> objects) {
        var text = new StringBuilder();
        objects.forEach((id, value) ->
                text.append(id).append("%02d".formatted(value.length())).append(value));
        return text.toString();
    }

    private static String crc(String text) {
        int crc = 0xFFFF;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (one & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            }
        }
        return String.format(Locale.ROOT, "%04X", crc & 0xFFFF);
    }
}
