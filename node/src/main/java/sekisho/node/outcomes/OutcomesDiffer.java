package sekisho.node.outcomes;

/**
 * The outcome log holds something else than what the command log brings forth: the engine is not deterministic, or a log
 * was damaged. The node must not go on.
 */
public final class OutcomesDiffer extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final long position;
    private final long offset;

    OutcomesDiffer(String message, long position, long offset) {
        super(message + ": position " + position + ", offset " + offset);
        this.position = position;
        this.offset = offset;
    }

    /** The step that was being replayed. */
    public long position() {
        return position;
    }

    /** Where in the outcome log. */
    public long offset() {
        return offset;
    }
}
