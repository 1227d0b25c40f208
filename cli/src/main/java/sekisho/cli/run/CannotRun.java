package sekisho.cli.run;

import org.jspecify.annotations.Nullable;

/** It cannot be run, or not any longer: a sentence that says why and what to do. */
public final class CannotRun extends Exception {
    private static final long serialVersionUID = 1;

    CannotRun(String message) {
        this(message, null);
    }

    /** With a sentence. */
    public static CannotRun because(String sentence) {
        return new CannotRun(sentence);
    }

    CannotRun(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
