package sekisho.gateway;

/** A stream cannot be continued: the log holds another history of it, or nothing has moved for too long. */
public final class StreamStopped extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final long sequence;

    StreamStopped(String message, long sequence) {
        super(message + ": entry " + sequence);
        this.sequence = sequence;
    }

    /** The first entry that was not answered. */
    public long sequence() {
        return sequence;
    }
}
