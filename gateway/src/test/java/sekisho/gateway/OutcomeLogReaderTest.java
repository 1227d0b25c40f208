package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.gateway.World.answer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.Node;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

final class OutcomeLogReaderTest {
    @TempDir
    Path home;

    /** Remembers which requests of the test's client were answered, and where. */
    private static final class Seen implements OutcomeVisitor {
        private final List<RequestKey> keys = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private long position;

        @Override
        public void step(long stepPosition, long stamp) {
            position = stepPosition;
        }

        @Override
        public void event(Event event) {}

        @Override
        public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
            if (client.equals(World.CLIENT)) {
                keys.add(key);
                positions.add(position);
            }
        }

        @Override
        public void timePassed() {}
    }

    @Test
    void followsTheLogOfARunningNode() {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT));
                var reader = new OutcomeLogReader(home, 0)) {
            World.open(gateway);
            var seen = new Seen();
            node.awaitOutcomes();
            reader.readAll(seen);
            int before = seen.keys.size();
            assertThat(before).isEqualTo(World.opening().size());
            var id = gateway.newId();
            var answered = World.insist(gateway, id, World.send(1));
            assertThat(reader.await(seen, Duration.ofSeconds(5))).isTrue();
            assertThat(seen.keys.getLast()).isEqualTo(id);
            assertThat(seen.positions.getLast()).isEqualTo(answered.position());
            assertThat(reader.poll(seen)).isFalse();
        }
    }

    @Test
    void readsTheLogOfAnotherProcessWhileItRunsAndAfterItsEnd() throws Exception {
        try (var process = NodeProcess.start(home);
                var reader = new OutcomeLogReader(home, 0)) {
            var seen = new Seen();
            try (var gateway = Gateway.connect(GatewaySettings.of(home, World.CLIENT))) {
                World.open(gateway);
                reader.readAll(seen);
                assertThat(seen.keys).hasSameSizeAs(World.opening());
                World.insist(gateway, gateway.newId(), World.send(1));
            }
            process.kill();
            reader.readAll(seen);
            assertThat(seen.keys).hasSize(World.opening().size() + 1);
        }
    }

    @Test
    void beginsBehindAPosition() {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            var first = World.insist(gateway, gateway.newId(), World.send(1));
            var id = gateway.newId();
            World.insist(gateway, id, World.send(2));
            node.awaitOutcomes();
            var seen = new Seen();
            try (var reader = new OutcomeLogReader(home, first.position())) {
                reader.readAll(seen);
            }
            assertThat(seen.keys).containsExactly(id);
        }
    }

    @Test
    void skipsToTheEndAndCountsTheSteps() {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT));
                var reader = new OutcomeLogReader(home, 0);
                var skipping = new OutcomeLogReader(home, 0)) {
            World.open(gateway);
            World.insist(gateway, gateway.newId(), World.send(1));
            node.awaitOutcomes();
            var seen = new Seen();
            assertThat(skipping.skipAll()).isEqualTo(reader.readAll(seen));
            assertThat(skipping.position()).isEqualTo(reader.position());
            var id = gateway.newId();
            World.insist(gateway, id, World.send(2));
            node.awaitOutcomes();
            assertThat(skipping.poll(seen)).isTrue();
            assertThat(seen.keys.getLast()).isEqualTo(id);
            assertThat(skipping.skipAll()).isZero();
            assertThat(OutcomeLogReader.isWhole(home)).isTrue();
        }
    }

    @Test
    void knowsTheBalanceAtAPastTime() {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            long longAgo = System.currentTimeMillis() - 1_000_000;
            long before = System.currentTimeMillis();
            assertThat(answer(gateway.submit(gateway.newId(), World.send(30), longAgo))
                            .outcome()
                            .accepted())
                    .isTrue();
            assertThat(answer(gateway.submit(World.send(12))).outcome().accepted())
                    .isTrue();
            node.awaitOutcomes();
            var history = AccountHistory.read(home, World.account(World.PAYEE));
            assertThat(history.entries()).hasSize(2);
            assertThat(history.entries().getFirst().effectiveAt()).isEqualTo(longAgo);
            assertThat(history.entries().getLast().entry().balance()).isEqualTo(42);
            long now = System.currentTimeMillis() + 1;
            assertThat(history.balanceAt(now, AccountHistory.Time.BOOKED)).isEqualTo(42);
            assertThat(history.balanceAt(before - 1, AccountHistory.Time.BOOKED))
                    .isZero();
            assertThat(history.balanceAt(before - 1, AccountHistory.Time.EFFECTIVE))
                    .isEqualTo(30);
            assertThat(history.balanceAt(longAgo - 1, AccountHistory.Time.EFFECTIVE))
                    .isZero();
        }
    }
}
