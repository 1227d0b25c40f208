package sekisho.cli.imports;

/** An import that could not be carried through. Its message is written for whoever typed the command. */
public final class ImportFailed extends Exception {
    private static final long serialVersionUID = 1L;

    ImportFailed(String what) {
        super(what);
    }

    ImportFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
