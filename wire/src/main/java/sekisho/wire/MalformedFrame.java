package sekisho.wire;

/** Bytes that are no message of ours: cut short, damaged, or made up. Nothing of them was used. */
public final class MalformedFrame extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int offset;

    MalformedFrame(String text, int offset) {
        super(text);
        this.offset = offset;
    }

    MalformedFrame(String text, int offset, IllegalArgumentException cause) {
        super(text, cause);
        this.offset = offset;
    }

    /** Where in the buffer the message, or the part of it, begins that is wrong. */
    public int offset() {
        return offset;
    }
}
