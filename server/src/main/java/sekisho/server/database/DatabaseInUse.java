package sekisho.server.database;

import java.nio.file.Path;

/** Another process runs the embedded database of this folder. */
public final class DatabaseInUse extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final long pid;

    DatabaseInUse(Path folder, long pid) {
        super("the database in " + folder + " is in use by process " + pid);
        this.pid = pid;
    }

    /** The process; 0: not known. */
    public long pid() {
        return pid;
    }
}
