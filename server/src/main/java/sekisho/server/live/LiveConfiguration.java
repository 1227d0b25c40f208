package sekisho.server.live;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.server.ServerSettings;
import sekisho.server.projection.Positions;

/** The feed as a bean. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    LiveFeed liveFeed(ServerSettings settings, Positions positions, InstantSource clock) {
        return LiveFeed.start(settings.home(), positions, clock);
    }
}
