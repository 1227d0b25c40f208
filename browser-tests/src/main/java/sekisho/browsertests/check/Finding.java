package sekisho.browsertests.check;

/**
 * Something that is wrong with a page.
 *
 * @param check which check says so
 * @param text what is wrong
 * @param where in the page
 */
public record Finding(String check, String text, String where) {
    @Override
    public String toString() {
        return check + ": " + text + " (" + where + ")";
    }
}
