package sekisho.gateway;

/**
 * A frame of the outcome log is not what its checksum says. A tail that was torn when the power failed is repaired by the
 * node when it starts.
 */
public final class OutcomesDamaged extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final long offset;

    OutcomesDamaged(long offset) {
        super("the outcome log is damaged at offset " + offset);
        this.offset = offset;
    }

    /** Where: bytes from the start of the whole log. */
    public long offset() {
        return offset;
    }
}
