package sekisho.server.projection;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import sekisho.server.database.Database;

/** The projector of the home's log as a bean, with its health and its metrics. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    @Bean
    Projector projector(Database database, Environment environment, ObjectProvider<InstantSource> clock) {
        var settings = ProjectorSettings.of(Path.of(environment.getProperty("sekisho.home", "./var")))
                .withClock(clock.getIfAvailable(InstantSource::system));
        return Projector.start(settings, database);
    }

    @Bean("projection")
    ProjectorHealth projectorHealth(Projector projector) {
        return new ProjectorHealth(projector);
    }

    @Bean
    ProjectorMetrics projectorMetrics(Projector projector) {
        return new ProjectorMetrics(projector);
    }
}
