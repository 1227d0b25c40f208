package sekisho.server.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether what is read is what happened: up while the projector follows the log, and why not otherwise. */
final class ProjectorHealth implements HealthIndicator {
    private final Projector projector;

    ProjectorHealth(Projector projector) {
        this.projector = projector;
    }

    @Override
    public Health health() {
        ProjectorStatus status = projector.status();
        Health.Builder health = switch (status.state()) {
            case FOLLOWING -> Health.up();
            case STARTING, WAITING, STOPPED -> Health.outOfService();
            case FAILED -> Health.down();
        };
        Lag lag = projector.counts().lag();
        return health.withDetail("state", status.state())
                .withDetail("why", status.detail())
                .withDetail("position", projector.projected())
                .withDetail("lagSteps", lag.steps())
                .withDetail("lagMillis", lag.millis())
                .build();
    }
}
