package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.Node;

final class StreamSenderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long STREAM = 42;

    @TempDir
    Path home;

    @Test
    void deliversTheAnswersOfEveryEntryInOrder() {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            List<Long> sequences = new ArrayList<>();
            try (var sender = new StreamSender(gateway, STREAM, PATIENCE, (sequence, answer, _) -> {
                assertThat(answer.outcome().accepted()).isTrue();
                sequences.add(sequence);
            })) {
                for (int i = 0; i < 3_210; i++) {
                    sender.send(World.send(1), 0);
                }
            }
            assertThat(sequences).hasSize(3_210).isSorted().startsWith(1L).endsWith(3_210L);
        }
    }

    @Test
    void appliesEachEntryOnceAlthoughTheNodeIsKilledInTheMiddle() throws Exception {
        var heard = new AtomicLong();
        var inOrder = new AtomicBoolean(true);
        try (var process = NodeProcess.start(home);
                var gateway =
                        Gateway.connect(GatewaySettings.of(home, World.CLIENT).withDeadline(Duration.ofSeconds(2)))) {
            World.open(gateway);
            var sender = new StreamSender(gateway, STREAM, PATIENCE, (sequence, _, _) -> {
                if (sequence != heard.incrementAndGet()) {
                    inOrder.set(false);
                }
            });
            sendMany(sender, 20_000);
            process.kill();
            try (var restarted = Node.start(World.settings(home))) {
                sendMany(sender, 20_000);
                sender.awaitAll();
                assertThat(restarted.failure()).isEmpty();
            }
        }
        assertThat(heard).hasValue(40_000);
        assertThat(inOrder).isTrue();
        assertThat(AccountHistory.read(home, World.account(World.PAYEE)).entries())
                .hasSize(40_000);
    }

    private static void sendMany(StreamSender sender, int entries) {
        for (int i = 0; i < entries; i++) {
            sender.send(World.send(1), 0);
        }
    }

    @Test
    void stopsWhenTheLogHoldsAnotherHistory() {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            try (var sender = new StreamSender(gateway, STREAM, PATIENCE, (_, _, _) -> {})) {
                sender.send(World.send(1), 0);
                sender.send(World.send(2), 0);
            }
            var key = new sekisho.protocol.StreamEntry(STREAM, 3, 12345);
            var other = new StreamSender(gateway, key, PATIENCE, (_, _, _) -> {});
            other.send(World.send(3), 0);
            assertThatThrownBy(other::awaitAll)
                    .isInstanceOfSatisfying(
                            StreamStopped.class,
                            stopped -> assertThat(stopped.sequence()).isEqualTo(3));
        }
    }
}
