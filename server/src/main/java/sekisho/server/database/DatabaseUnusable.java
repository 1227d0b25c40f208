package sekisho.server.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; the message says why and what to do. */
public final class DatabaseUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DatabaseUnusable(String message) {
        this(message, null);
    }

    DatabaseUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
