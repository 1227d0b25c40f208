package sekisho.cli.imports;

/**
 * A file that cannot be imported. Its message is written for whoever typed the command: where it is, what is wrong, what
 * to do.
 */
public final class BadFile extends Exception {
    private static final long serialVersionUID = 1L;

    /** About the file as a whole. */
    BadFile(String what) {
        super(what);
    }

    /** About one line, counted from 1 with the heading. */
    BadFile(long line, String what) {
        super("line " + line + ": " + what);
    }

    /** About one field. */
    BadFile(long line, String column, String what) {
        super("line " + line + ", column " + column + ": " + what);
    }
}
