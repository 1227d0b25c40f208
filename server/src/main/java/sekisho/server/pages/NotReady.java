package sekisho.server.pages;

/** Something has to be done before: the browser is sent there. */
public final class NotReady extends RuntimeException {
    private final String path;

    public NotReady(String path) {
        super("not ready", null, false, false);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
