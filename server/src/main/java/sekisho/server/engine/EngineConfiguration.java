package sekisho.server.engine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.server.projection.Projector;

/** The gateway as a bean. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Gateway gateway(GatewaySettings settings) {
        return Gateway.connect(settings);
    }

    @Bean("engine")
    EngineHealth engineHealth(Gateway gateway) {
        return new EngineHealth(gateway);
    }

    @Bean
    EngineMetrics engineMetrics(Gateway gateway) {
        return new EngineMetrics(gateway);
    }

    @Bean
    FirstSettings firstSettings(Gateway gateway) {
        return new FirstSettings(gateway);
    }

    @Bean
    ProjectionLag projectionLag(Projector projector, EngineSettings settings) {
        return new ProjectionLag(projector, settings.longestLag());
    }

    @Bean("lag")
    LagHealth lagHealth(ProjectionLag lag) {
        return new LagHealth(lag);
    }
}
