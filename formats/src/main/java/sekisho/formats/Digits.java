package sekisho.formats;

import java.text.Normalizer;

/** Numbers that are texts: codes and account numbers, where a leading zero counts. */
public final class Digits {
    private Digits() {}

    /** A typed number without blanks around it, full-width digits made plain. */
    public static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /** Whether a text is so many plain digits, 0 to 9 and no others. */
    public static boolean are(String text, int fewest, int most) {
        return text.length() >= fewest && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A number with zeros before it. */
    public static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    /** A number without zeros before it; empty if it is 0. */
    public static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
