package sekisho.browsertests.browser;

/**
 * Something that no page may do.
 *
 * @param kind a word or two
 * @param text what the browser says about it
 * @param where an address
 */
public record Trouble(String kind, String text, String where) {
    @Override
    public String toString() {
        return kind + " at " + where + ": " + text;
    }
}
