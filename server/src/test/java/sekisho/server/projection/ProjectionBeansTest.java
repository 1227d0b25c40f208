package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import sekisho.protocol.WalletId;
import sekisho.server.database.TestDatabase;
import sekisho.server.history.Holders;

final class ProjectionBeansTest {
    @TempDir
    Path home;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"sekisho.server.database", "sekisho.server.projection", "sekisho.server.history"})
    @ImportAutoConfiguration({JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
    static class Application {
        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }
    }

    @Test
    void aServerFollowsTheLogOfItsHomeAndTellsHowFarItIs() throws Exception {
        var database = TestDatabase.empty();
        try (var lived = new Lived(home, 5);
                var context = new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of(
                                "sekisho.home", home.toString(),
                                "sekisho.database.url", database.url(),
                                "sekisho.database.user", database.user(),
                                "sekisho.database.password", database.password()))
                        .run()) {
            var positions = context.getBean(Positions.class);
            assertThat(positions.await(lived.position(), Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(context.getBean(Holders.class).wallet(new WalletId(1))).isPresent();
            assertThat(positions.await(Long.MAX_VALUE, Duration.ofMillis(20))).isFalse();

            var health = context.getBean(ProjectorHealth.class).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("lagSteps", 0L);

            var registry = new SimpleMeterRegistry();
            context.getBean(ProjectorMetrics.class).bindTo(registry);
            assertThat(registry.get("sekisho.projection.position").gauge().value())
                    .isGreaterThanOrEqualTo((double) lived.position());
            assertThat(registry.get("sekisho.projection.lag.steps").gauge().value())
                    .isZero();
            assertThat(registry.get("sekisho.projection.following").gauge().value())
                    .isEqualTo(1);
            assertThat(registry.get("sekisho.projection.rows").functionCounter().count())
                    .isPositive();
        }
    }
}
