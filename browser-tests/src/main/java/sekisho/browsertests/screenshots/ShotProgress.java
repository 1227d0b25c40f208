package sekisho.browsertests.screenshots;

import java.io.PrintStream;
import java.time.Duration;

/** Says how far it has come: one line that changes on a terminal, a line every five seconds elsewhere. */
final class ShotProgress {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final int total;
    private final long began = System.nanoTime();
    private long said = began;
    private int done;

    ShotProgress(PrintStream out, boolean terminal, int total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
    }

    /** One more is done. */
    void done(String what) {
        done++;
        long now = System.nanoTime();
        if (!terminal && now - said < INTERVAL_NANOS && done < total) {
            return;
        }
        said = now;
        long left = (now - began) / done * (total - done) / 1_000_000_000;
        String line = "%d of %d pictures, %d s left: %s".formatted(done, total, left, what);
        // On a terminal over the line before, and what it had more is wiped out.
        out.print(terminal ? "\r" + line + "\u001b[K" + (done == total ? "\n" : "") : line + "\n");
        out.flush();
    }
}
