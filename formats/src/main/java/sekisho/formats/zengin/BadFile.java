package sekisho.formats.zengin;

/** Carries a refusal up to the reader's edge; never leaves this package. */
final class BadFile extends Exception {
    private final Reading.Refused refused;

    BadFile(FileRefusal reason, int line, int column) {
        super(reason.sentence(), null, false, false);
        refused = new Reading.Refused(reason, line, column);
    }

    Reading.Refused refused() {
        return refused;
    }
}
