package sekisho.server.engine;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.server.projection.Positions;

/** Until the projection is there. */
@Configuration(proxyBeanMethods = false)
class TemporaryPositions {
    @Bean
    Positions positions() {
        return new Positions() {
            @Override
            public long projected() {
                return 0;
            }

            @Override
            public boolean await(long position, Duration atMost) {
                return false;
            }
        };
    }
}
