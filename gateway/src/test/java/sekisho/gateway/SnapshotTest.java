package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.gateway.World.answer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.Node;
import sekisho.node.RestoreReport;
import sekisho.node.SnapshotReport;
import sekisho.protocol.Answer;
import sekisho.protocol.RequestId;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.ReaderMarks;

final class SnapshotTest {
    private static final long STREAM = 99;

    @TempDir
    Path home;

    @Test
    void everythingIsStillThereAfterSnapshotsAPurgeAndAKill() throws Exception {
        RequestId early;
        Answer earlyAnswer;
        SnapshotReport second;
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            early = gateway.newId();
            earlyAnswer = answer(gateway.submit(early, World.send(5)));
            stream(gateway, 60_000);
            node.snapshot();
            assertThat(node.purge().logSegments()).isZero();
            stream(gateway, 90_000);
            second = node.snapshot();
            assertThat(node.purge().logSegments()).isPositive();
            stream(gateway, 90_500);
        }
        assertThat(segments(new HomeLayout(home).archive().resolve("log"), "*.rec"))
                .isNotEmpty();
        assertThat(segments(new HomeLayout(home).archive().resolve("outcomes"), "*.outcomes"))
                .isNotEmpty();
        try (var process = NodeProcess.start(home)) {
            process.kill();
        }
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            assertThat(node.restored().map(RestoreReport::position)).contains(second.position());
            assertThat(World.insist(gateway, early, World.send(5)).answer())
                    .isEqualTo(new Answer(earlyAnswer.outcome(), true));
            assertThat(stream(gateway, 90_501)).isEqualTo(90_500);
        }
        assertThat(AccountHistory.read(home, World.account(World.PAYEE)).entries())
                .hasSize(90_502);
    }

    @Test
    void outcomesThatAReaderStillNeedsAreNotPurged() throws Exception {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            ReaderMarks.set(home, "projector", 1);
            stream(gateway, 30_000);
            node.snapshot();
            node.snapshot();
            assertThat(node.purge().outcomeSegments()).isZero();
            ReaderMarks.set(home, "projector", node.counts().position());
            assertThat(node.purge().outcomeSegments()).isPositive();
        }
    }

    @Test
    void aSnapshotThatIsNotWholeIsPassedOver() throws Exception {
        SnapshotReport first;
        SnapshotReport second;
        SnapshotReport third;
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            first = node.snapshot();
            assertThat(answer(gateway.submit(World.send(1))).outcome().accepted())
                    .isTrue();
            second = node.snapshot();
            assertThat(answer(gateway.submit(World.send(1))).outcome().accepted())
                    .isTrue();
            third = node.snapshot();
        }
        flipAByte(snapshotFile(second.position()));
        Files.move(snapshotFile(third.position()), Path.of(snapshotFile(third.position()) + ".tmp"));
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            assertThat(node.restored().map(RestoreReport::position)).contains(first.position());
            assertThat(answer(gateway.submit(World.send(1))).outcome().accepted())
                    .isTrue();
            assertThat(node.snapshot().position()).isGreaterThan(third.position());
        }
        assertThat(AccountHistory.read(home, World.account(World.PAYEE)).entries())
                .hasSize(3);
    }

    @Test
    void theLogIsReplayedFromItsBeginningWithoutASnapshot() throws Exception {
        String before;
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            flipAByte(snapshotFile(node.snapshot().position()));
            before = fingerprint(node);
        }
        try (var node = Node.start(World.settings(home))) {
            assertThat(node.restored()).isEmpty();
            assertThat(fingerprint(node)).isEqualTo(before);
        }
    }

    /** Plays a stream of so many entries from its beginning; says how many of them had been applied before. */
    private static long stream(Gateway gateway, int entries) {
        var repeated = new long[1];
        try (var sender = new StreamSender(gateway, STREAM, Duration.ofSeconds(20), (_, answer, _) -> {
            if (answer.repeated()) {
                repeated[0]++;
            }
        })) {
            for (int i = 0; i < entries; i++) {
                sender.send(World.send(1), 0);
            }
        }
        return repeated[0];
    }

    /** Accounts and the like; the time and the answers to the node's own commands are left out. */
    private static String fingerprint(Node node) {
        var fingerprint = new sekisho.wire.StateFingerprint();
        node.export(row -> {
            switch (row) {
                case sekisho.protocol.StateRecord.Engine _, sekisho.protocol.StateRecord.AnswerRow _ -> {}
                default -> fingerprint.add(row);
            }
        });
        return fingerprint.hex();
    }

    private Path snapshotFile(long position) throws IOException {
        return segments(new HomeLayout(home).snapshots(), "*" + position + ".snapshot")
                .getFirst();
    }

    private static List<Path> segments(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            return Stream.iterate(files.iterator(), each -> each.hasNext(), each -> each)
                    .map(each -> each.next())
                    .toList();
        }
    }

    private static void flipAByte(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            long at = channel.size() / 2;
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1)).position(0);
            channel.write(one, at);
        }
    }
}
