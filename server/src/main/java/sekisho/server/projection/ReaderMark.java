package sekisho.server.projection;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import sekisho.wire.home.ReaderMarks;

/**
 * The projector's mark in the home: what lies above it is not purged. Written every few seconds, and then it says what
 * was projected at the time of the mark before: what the database had not synced yet may have to be read again.
 * One owner thread.
 */
final class ReaderMark {
    /** The reader's name. */
    static final String NAME = "projection";

    private static final System.Logger LOG = System.getLogger(ReaderMark.class.getName());
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path home;
    private long passed;
    private long next;
    private long written;
    private long writtenNanos;

    /** Writes the mark at once. */
    ReaderMark(Path home, long position) {
        this.home = home;
        this.passed = position;
        this.next = position;
        this.written = -1;
        write();
    }

    /** Everything up to a position is projected. */
    void passed(long position) {
        passed = position;
        look();
    }

    /** Writes the mark if it is time. */
    void look() {
        if (System.nanoTime() - writtenNanos >= PERIOD_NANOS) {
            write();
        }
    }

    /** Writes the mark for the last time. */
    void end() {
        write();
    }

    private void write() {
        writtenNanos = System.nanoTime();
        long position = next;
        next = passed;
        if (position == written) {
            return;
        }
        try {
            ReaderMarks.set(home, NAME, position);
            written = position;
        } catch (IOException e) {
            // The old mark holds: less is purged than could be. The next try is in a few seconds.
            LOG.log(Level.WARNING, "the projector's mark could not be written", e);
        }
    }
}
