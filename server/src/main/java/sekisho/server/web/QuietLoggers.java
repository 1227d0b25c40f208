package sekisho.server.web;

import java.util.List;

/**
 * Loggers of libraries that write what they are sent: addresses with what was looked for, parts of bodies. They are quiet, however much
 * the log is to tell (decision 197).
 */
public final class QuietLoggers {
    /** Warn, and nothing below. */
    public static final List<String> WARN =
            List.of("org.apache.coyote", "org.springframework.web", "org.springframework.security");

    /** Nothing at all: its warning is an address that nobody has. */
    public static final List<String> OFF = List.of("org.springframework.web.servlet.PageNotFound");

    private QuietLoggers() {}
}
