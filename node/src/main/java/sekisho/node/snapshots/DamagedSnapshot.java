package sekisho.node.snapshots;

import java.io.IOException;

/** A snapshot's file is missing, cut short or damaged. */
public final class DamagedSnapshot extends IOException {
    private static final long serialVersionUID = 1;

    private final long position;

    DamagedSnapshot(String message, long position) {
        super(message + ": position " + position);
        this.position = position;
    }

    DamagedSnapshot(String message, long position, Throwable cause) {
        super(message + ": position " + position, cause);
        this.position = position;
    }

    /** The position in the snapshot's name. */
    public long position() {
        return position;
    }
}
