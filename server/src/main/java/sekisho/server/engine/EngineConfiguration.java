package sekisho.server.engine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;

/** The gateway as a bean. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Gateway gateway(GatewaySettings settings) {
        return Gateway.connect(settings);
    }
}
