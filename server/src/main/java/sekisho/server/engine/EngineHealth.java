package sekisho.server.engine;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import sekisho.gateway.Gateway;

/** Whether requests reach the engine. */
final class EngineHealth implements HealthIndicator {
    private final Gateway gateway;

    EngineHealth(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Health health() {
        return gateway.connected() ? Health.up().build() : Health.down().build();
    }
}
