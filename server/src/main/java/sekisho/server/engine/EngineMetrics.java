package sekisho.server.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import sekisho.gateway.Gateway;

/** The way to the engine as metrics. */
final class EngineMetrics implements MeterBinder {
    private final Gateway gateway;

    EngineMetrics(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("sekisho.engine.connected", gateway, it -> it.connected() ? 1 : 0)
                .description("1 while there is a session with the engine")
                .register(registry);
    }
}
