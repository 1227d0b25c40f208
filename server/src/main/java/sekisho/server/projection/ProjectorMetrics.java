package sekisho.server.projection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** The projector's position, lag and work as metrics, all named {@code sekisho.projection…}. */
final class ProjectorMetrics implements MeterBinder {
    private final Projector projector;

    ProjectorMetrics(Projector projector) {
        this.projector = projector;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("sekisho.projection.position", projector, Projector::projected)
                .description("Position of the log up to which everything can be read")
                .register(registry);
        Gauge.builder(
                        "sekisho.projection.following",
                        projector,
                        it -> it.status().state() == ProjectorStatus.State.FOLLOWING ? 1 : 0)
                .description("1 while the projector follows the log, 0 while it waits or has stopped")
                .register(registry);
        Gauge.builder(
                        "sekisho.projection.lag.steps",
                        projector.counts(),
                        it -> it.lag().steps())
                .description("Steps in the log that are not projected")
                .register(registry);
        TimeGauge.builder(
                        "sekisho.projection.lag",
                        projector.counts(),
                        TimeUnit.MILLISECONDS,
                        it -> it.lag().millis())
                .description("How long ago the first step that is not projected was stamped")
                .register(registry);
        FunctionCounter.builder("sekisho.projection.steps", projector.counts(), ProjectorCounts::steps)
                .description("Steps projected since the start")
                .register(registry);
        FunctionCounter.builder("sekisho.projection.rows", projector.counts(), ProjectorCounts::rows)
                .description("Rows written since the start")
                .register(registry);
        FunctionTimer.builder(
                        "sekisho.projection.transactions",
                        projector.counts(),
                        ProjectorCounts::batches,
                        ProjectorCounts::writingMillis,
                        TimeUnit.MILLISECONDS)
                .description("Transactions of the projector, and the time spent in them")
                .register(registry);
    }
}
