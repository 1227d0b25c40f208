package sekisho.cli.run;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.LayoutBase;
import java.util.regex.Pattern;

/**
 * A line for each event, whatever its message holds: line ends and other control characters in it become spaces, and every
 * line of a cause is indented, so that nobody who gets a text into the log can forge an event.
 */
final class LineLayout extends LayoutBase<ILoggingEvent> {
    private static final String HEAD = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %-22logger{0} ";
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u0080-\\u009f\\u2028\\u2029]+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern NO_TEXT_BUT_TAB = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u0080-\\u009f&&[^\\t]]+");

    private final PatternLayout head = new PatternLayout();

    @Override
    public void setContext(Context value) {
        super.setContext(value);
        head.setContext(value);
    }

    @Override
    public void start() {
        // Causes are written below, not by the pattern.
        head.setPattern(HEAD + "%nopex");
        head.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder(head.doLayout(event));
        String message = event.getFormattedMessage();
        line.append(NO_TEXT.matcher(message == null ? "" : message).replaceAll(" "))
                .append('\n');
        IThrowableProxy cause = event.getThrowableProxy();
        if (cause != null) {
            for (String one :
                    LINE_END.splitAsStream(ThrowableProxyUtil.asString(cause)).toList()) {
                line.append('\t')
                        .append(NO_TEXT_BUT_TAB.matcher(one).replaceAll(" "))
                        .append('\n');
            }
        }
        return line.toString();
    }
}
