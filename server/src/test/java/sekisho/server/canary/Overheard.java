package sekisho.server.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import sekisho.server.web.QuietLoggers;

/**
 * Everything that this process logs or prints from now on, as finely as {@code ./sekisho run} can be told to: its own packages and
 * libraries alike, but for those that are always quiet. As it was before when this is closed.
 */
final class Overheard implements AutoCloseable {
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final @Nullable Level before = root.getLevel();
    private final java.util.logging.Logger julRoot = java.util.logging.Logger.getLogger("");
    private final java.util.logging.@Nullable Level julBefore = julRoot.getLevel();
    private final List<ch.qos.logback.core.Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Appender appender = new Appender();

    Overheard() {
        System.setOut(new PrintStream(new Both(out), true, UTF_8));
        System.setErr(new PrintStream(new Both(err), true, UTF_8));
        // The build stays quiet: what others would write of all this is not written.
        root.iteratorForAppenders().forEachRemaining(silenced::add);
        silenced.forEach(root::detachAppender);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.DEBUG);
        logger("sekisho").setLevel(Level.DEBUG);
        QuietLoggers.WARN.forEach(name -> logger(name).setLevel(Level.WARN));
        QuietLoggers.OFF.forEach(name -> logger(name).setLevel(Level.OFF));
        julRoot.setLevel(java.util.logging.Level.FINE);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** A line for each event, with what was thrown, and what was printed besides. */
    List<String> lines() {
        var all = new ArrayList<>(lines);
        all.addAll(printed.toString(UTF_8).lines().toList());
        return all;
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        root.detachAppender(appender);
        silenced.forEach(root::addAppender);
        root.setLevel(before == null ? Level.WARN : before);
        logger("sekisho").setLevel(null);
        julRoot.setLevel(julBefore);
    }

    /** Keeps what is logged. */
    private final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            lines.add(event.getLevel() + " " + event.getLoggerName() + " [" + event.getThreadName() + "] "
                    + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                    + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
        }
    }

    /** Writes to where it went before, and keeps it. */
    private final class Both extends OutputStream {
        private final OutputStream first;

        Both(OutputStream first) {
            this.first = first;
        }

        @Override
        public synchronized void write(int letter) throws java.io.IOException {
            first.write(letter);
            synchronized (printed) {
                printed.write(letter);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws java.io.IOException {
            first.write(bytes, from, length);
            synchronized (printed) {
                printed.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws java.io.IOException {
            first.flush();
        }
    }
}
