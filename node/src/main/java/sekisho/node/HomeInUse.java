package sekisho.node;

import java.nio.file.Path;

/** Another process (or this one, already) runs a node in this home. Nothing was touched. */
public final class HomeInUse extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String home;
    private final long pid;

    HomeInUse(Path home, long pid) {
        super("the home is in use by process " + pid + ": " + home);
        this.home = home.toString();
        this.pid = pid;
    }

    /** The folder that is in use. */
    public Path home() {
        return Path.of(home);
    }

    /** The process that holds the home; 0 if it did not say so. */
    public long pid() {
        return pid;
    }
}
