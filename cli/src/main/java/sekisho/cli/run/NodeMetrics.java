package sekisho.cli.run;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import sekisho.node.Node;

/** The node's counts as metrics, all named {@code sekisho.node…}: the server shows them, but does not know the node. */
final class NodeMetrics implements MeterBinder {
    private final Node node;

    NodeMetrics(Node node) {
        this.node = node;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("sekisho.node.position", node, it -> it.counts().position())
                .description("Position in the command log up to which the engine has come")
                .register(registry);
        FunctionCounter.builder("sekisho.node.requests", node, it -> it.counts().requests())
                .description("Requests answered since the start, those of the replay too")
                .register(registry);
        Gauge.builder("sekisho.node.journal", node, it -> it.counts().journal())
                .description("Answers in the request journal")
                .register(registry);
        Gauge.builder("sekisho.node.journal.capacity", node, it -> it.counts().journalCapacity())
                .description("Answers that the request journal may hold: when it is full, requests are refused")
                .register(registry);
        FunctionCounter.builder(
                        "sekisho.node.dropped.answers", node, it -> it.counts().droppedAnswers())
                .description("Answers that could not be sent because a gateway did not read")
                .register(registry);
    }
}
