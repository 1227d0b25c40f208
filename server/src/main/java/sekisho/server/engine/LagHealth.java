package sekisho.server.engine;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Out of service while reading is further behind than it may be. */
final class LagHealth implements HealthIndicator {
    private final ProjectionLag lag;

    LagHealth(ProjectionLag lag) {
        this.lag = lag;
    }

    @Override
    public Health health() {
        var health = lag.isTooLong() ? Health.outOfService() : Health.up();
        return health.withDetail("longest", lag.longest().toString()).build();
    }
}
