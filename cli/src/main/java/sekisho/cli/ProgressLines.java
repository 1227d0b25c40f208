package sekisho.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import sekisho.benchmarks.Progress;

/** Says every few seconds how far some work has come, how fast it goes and how long it will take. */
final class ProgressLines implements Progress.Task {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String name;
    private final long total;
    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long began;
    private long said;
    private String beside = "";

    ProgressLines(String name, long total, PrintStream out, LongSupplier nanoTime) {
        this.name = name;
        this.total = total;
        this.out = out;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        said = began;
    }

    @Override
    public void reached(long done) {
        long now = nanoTime.getAsLong();
        if (now - said < INTERVAL_NANOS) {
            return;
        }
        said = now;
        double rate = done / ((now - began) / 1e9);
        long left = rate > 0 ? Math.round((total - done) / rate) : 0;
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d of %,d (%d %%), %,.0f/s, %d s left%s",
                name,
                done,
                total,
                total == 0 ? 100 : 100 * done / total,
                rate,
                left,
                beside));
    }

    @Override
    public void beside(String what) {
        beside = what.isEmpty() ? "" : "; " + what;
    }
}
