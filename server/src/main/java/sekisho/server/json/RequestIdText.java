package sekisho.server.json;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.RequestId;

/** Request ids as RFC 9562 writes UUIDs, in lower case. */
final class RequestIdText {
    private static final int LENGTH = 36;

    private RequestIdText() {}

    static @Nullable RequestId read(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int digit = digit(c);
            if (digit < 0) {
                return null;
            }
            if (digits < 16) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
            digits++;
        }
        boolean version7 = ((high >>> 12) & 0xF) == 7 && (low >>> 62) == 2;
        return version7 ? new RequestId(high, low) : null;
    }

    static String write(RequestId id) {
        String hex = Hex.of(id.high(), id.low());
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
