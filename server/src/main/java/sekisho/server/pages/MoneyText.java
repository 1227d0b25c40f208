package sekisho.server.pages;

import java.util.OptionalLong;
import sekisho.protocol.Money;

/** Reads an amount of yen as people type it: full or half width, with commas, ¥ or 円, or without. */
public final class MoneyText {
    private static final int MOST_LENGTH = 24;

    private MoneyText() {}

    /** The yen, 1 to {@link Money#MAX}; empty: this is no amount. */
    public static OptionalLong yen(String text) {
        if (text.length() > MOST_LENGTH) {
            return OptionalLong.empty();
        }
        var digits = new StringBuilder();
        String bare = text.strip()
                .replaceFirst("^[¥￥\\\\]", "")
                .replaceFirst("円$", "")
                .strip();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c >= '０' && c <= '９') {
                digits.append((char) (c - '０' + '0'));
            } else if (c != ',' && c != '，' && c != '、') {
                return OptionalLong.empty();
            }
        }
        if (digits.isEmpty() || digits.length() > 16) {
            return OptionalLong.empty();
        }
        long yen = Long.parseLong(digits.toString());
        return yen < 1 || yen > Money.MAX ? OptionalLong.empty() : OptionalLong.of(yen);
    }
}
