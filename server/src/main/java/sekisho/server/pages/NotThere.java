package sekisho.server.pages;

/** What was asked for does not exist, or belongs to somebody else: nobody learns which. Shown as 404. */
public final class NotThere extends RuntimeException {
    public NotThere() {
        super("not there", null, false, false);
    }
}
