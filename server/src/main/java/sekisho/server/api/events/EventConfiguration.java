package sekisho.server.api.events;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The readers of the home's log as a bean. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    EventReaders eventReaders(Environment environment) {
        return new EventReaders(Path.of(environment.getRequiredProperty("sekisho.home")));
    }
}
