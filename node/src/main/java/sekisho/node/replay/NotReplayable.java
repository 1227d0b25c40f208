package sekisho.node.replay;

/** A moment of the past cannot be come back to: a piece of the log is missing, or it has no such step. */
public final class NotReplayable extends Exception {
    private static final long serialVersionUID = 1;

    NotReplayable(String message) {
        super(message);
    }
}
