package sekisho.cli.run;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;
import sekisho.server.web.QuietLoggers;

/** The log of a running Sekisho: a line for each event, on standard error. */
public final class LogOutput {
    private LogOutput() {}

    /** What is shown: a level and everything above it. */
    public enum Level {
        ERROR(ch.qos.logback.classic.Level.ERROR),
        WARN(ch.qos.logback.classic.Level.WARN),
        INFO(ch.qos.logback.classic.Level.INFO),
        DEBUG(ch.qos.logback.classic.Level.DEBUG);

        private final ch.qos.logback.classic.Level level;

        Level(ch.qos.logback.classic.Level level) {
            this.level = level;
        }
    }

    /** Sends all logs of this process there, whichever way they are written. Before anything is logged. */
    public static void onStandardError(Level level) {
        // The frameworks would set it up again, each its own way.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var layout = new LineLayout();
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        setLevels(context, level);
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
        java.util.logging.Logger.getLogger("")
                .setLevel(level == Level.DEBUG ? java.util.logging.Level.FINE : java.util.logging.Level.INFO);
    }

    /** What is written of a level: all of it of our own packages, less of libraries, and nothing of what people send to them. */
    static void setLevels(LoggerContext context, Level level) {
        // Libraries are quieter: what they tell of at each start is nothing to act on.
        context.getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(level == Level.INFO ? ch.qos.logback.classic.Level.WARN : level.level);
        context.getLogger("sekisho").setLevel(level.level);
        QuietLoggers.WARN.forEach(name -> context.getLogger(name).setLevel(ch.qos.logback.classic.Level.WARN));
        QuietLoggers.OFF.forEach(name -> context.getLogger(name).setLevel(ch.qos.logback.classic.Level.OFF));
    }
}
