package sekisho.browsertests.journey;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as pages write them: {@code ¥12,345}, {@code +¥500}, {@code −¥1,320}. */
public final class Yen {
    private static final Pattern WRITTEN = Pattern.compile("([+−]?)¥([0-9,]+)");

    private Yen() {}

    /** The first amount in a text, negative where a minus stands before it. */
    public static long in(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no amount is written in \"" + text + "\"");
        }
        long yen = Long.parseLong(matcher.group(2).replace(",", ""));
        return matcher.group(1).equals("−") ? -yen : yen;
    }

    /** As pages write it, without a sign. */
    public static String written(long yen) {
        return String.format(java.util.Locale.ROOT, "¥%,d", yen);
    }
}
