package sekisho.formats.jpqr;

/** Texts that people read. */
final class Text {
    private Text() {}

    /** Whether a text has 1 to so many characters, no control characters among them, and is not blank. */
    static boolean fits(String text, int most) {
        return !text.isBlank()
                && DataObject.length(text) <= most
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    /** Whether it is of the characters 20 to 7E (hexadecimal) as well (EMVCo's alphanumeric special). */
    static boolean fitsPlain(String text, int most) {
        return fits(text, most) && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
