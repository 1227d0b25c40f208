package sekisho.server.banking;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether instructions reach the banks. That a bank is down is no illness of this server. */
final class BankWorkHealth implements HealthIndicator {
    private final BankWork work;

    BankWorkHealth(BankWork work) {
        this.work = work;
    }

    @Override
    public Health health() {
        BankWork.State state = work.state();
        Health.Builder health = switch (state) {
            case NOT_WANTED, WORKING -> Health.up();
            case STARTING -> Health.outOfService();
            case FAILED -> Health.down();
        };
        work.failure().ifPresent(failure -> health.withDetail("why", String.valueOf(failure.getMessage())));
        return health.withDetail("state", state)
                .withDetail("position", work.position())
                .build();
    }
}
