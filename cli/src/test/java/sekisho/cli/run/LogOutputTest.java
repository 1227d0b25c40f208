package sekisho.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LogOutputTest {
    @ParameterizedTest
    @EnumSource
    void librariesThatWriteWhatTheyAreSentAreQuietAtEveryLevel(LogOutput.Level level) {
        var context = new LoggerContext();
        LogOutput.setLevels(context, level);
        assertThat(context.getLogger("org.springframework.security.web.FilterChainProxy")
                        .isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("org.springframework.web.servlet.DispatcherServlet")
                        .isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("org.apache.coyote.http11.Http11Processor").isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("org.springframework.web.servlet.PageNotFound")
                        .isErrorEnabled())
                .isFalse();
        assertThat(context.getLogger("sekisho.server.Server").isDebugEnabled())
                .isEqualTo(level == LogOutput.Level.DEBUG);
    }
}
