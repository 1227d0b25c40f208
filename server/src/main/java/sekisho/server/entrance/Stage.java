package sekisho.server.entrance;

/** What is next until a wallet can be used. */
public enum Stage {
    MAIL("/welcome/mail", 2),
    IDENTITY("/welcome/identity", 3),
    HANDLE("/welcome/handle", 4),
    READY("/home", 5);

    private final String path;
    private final int step;

    Stage(String path, int step) {
        this.path = path;
        this.step = step;
    }

    public String path() {
        return path;
    }

    /** Its place on the way; the passkey was the first. */
    public int step() {
        return step;
    }
}
