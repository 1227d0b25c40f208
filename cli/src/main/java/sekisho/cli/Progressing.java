package sekisho.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import sekisho.benchmarks.Progress;

/** Shows progress on standard error: a bar on a terminal, a line now and then where nobody looks at one. */
final class Progressing implements Progress {
    /** The start script says whether standard error is a terminal: Java can't tell. */
    private static final String TERMINAL = "sekisho.terminal";

    private static final int WIDTH = 100;
    private static final int UPDATE_MILLIS = 250;

    private final PrintStream err;
    private final boolean terminal;

    private Progressing(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** For this process. */
    static Progress onStandardError() {
        return new Progressing(System.err, Boolean.getBoolean(TERMINAL));
    }

    @Override
    public Task begin(String name, long total) {
        return terminal ? new Bar(name, total) : new ProgressLines(name, total, err, System::nanoTime);
    }

    @Override
    public void say(String line) {
        err.println(line);
    }

    private final class Bar implements Task {
        private final ProgressBar bar;

        Bar(String name, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .showSpeed()
                    .build();
        }

        @Override
        public void reached(long done) {
            bar.stepTo(done);
        }

        @Override
        public void beside(String what) {
            bar.setExtraMessage(what);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
