package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sekisho.gateway.World.answer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.LogSizes;
import sekisho.node.Node;
import sekisho.node.NodeHalted;
import sekisho.node.Upkeep;
import sekisho.node.outcomes.OutcomesDiffer;
import sekisho.protocol.Command;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.OutcomeSegment;

final class HaltTest {
    @TempDir
    Path home;

    @Test
    void aStepThatFailsStopsTheNode() throws Exception {
        var halted = new CompletableFuture<Throwable>();
        var tooSmall = new LogSizes(1 << 20, 1 << 20, 2048, 8192);
        var chain = Collections.<Command<?>>nCopies(60, World.send(1));
        var settings = World.settings(home).withSizes(tooSmall).withOnHalt(halted::complete);
        try (var node = Node.start(settings);
                var gateway = Gateway.connect(
                        GatewaySettings.of(node.address(), World.CLIENT).withDeadline(Duration.ofSeconds(1)))) {
            World.open(gateway);
            assertThat(gateway.submitChain(chain))
                    .allSatisfy(each -> assertThat(each).isInstanceOf(Submission.Unconfirmed.class));
            assertThat(halted.get(10, TimeUnit.SECONDS)).hasMessageContaining("do not fit into a segment");
            assertThat(node.failure()).contains(halted.join());
            assertThatThrownBy(node::snapshot).isInstanceOf(NodeHalted.class);
            assertThat(gateway.submit(World.send(1))).isInstanceOf(Submission.NotSent.class);
        }
        assertThatThrownBy(() -> Node.start(settings)).isInstanceOf(NodeHalted.class);
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            assertThat(answer(gateway.submit(World.send(1))).outcome().accepted())
                    .isTrue();
        }
        assertThat(AccountHistory.read(home, World.account(World.PAYEE)).entries())
                .hasSize(61);
    }

    @Test
    void aReplayThatGivesAnotherOutcomeThanWasRecordedStopsTheNode() throws Exception {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
        }
        forgeTheLastRecord();
        assertThatThrownBy(() -> Node.start(World.settings(home)))
                .isInstanceOf(NodeHalted.class)
                .hasCauseInstanceOf(OutcomesDiffer.class);
        try (var node = Node.start(World.settings(home).withAcceptDifferentOutcomes(true))) {
            assertThat(node.failure()).isEmpty();
        }
    }

    @Test
    void aTornTailOfTheOutcomeLogIsRecordedAnew() throws Exception {
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            World.insist(gateway, gateway.newId(), World.send(1));
        }
        byte[] whole = Files.readAllBytes(segment());
        change((buffer, index, length) -> buffer.putByte(index + OutcomeSegment.FRAME_HEADER_LENGTH + 9, (byte) 0x7E));
        assertThatThrownBy(() -> AccountHistory.read(home, World.account(World.PAYEE)))
                .isInstanceOf(OutcomesDamaged.class);
        try (var node = Node.start(World.settings(home))) {
            assertThat(node.failure()).isEmpty();
        }
        assertThat(Files.readAllBytes(segment())).startsWith(java.util.Arrays.copyOf(whole, endOf(whole)));
        assertThat(AccountHistory.read(home, World.account(World.PAYEE)).entries())
                .hasSize(1);
    }

    @Test
    void aNodeWithoutSpaceTellsGatewaysToSendNothing() {
        var settings = World.settings(home).withUpkeep(new Upkeep(0, false, Long.MAX_VALUE));
        try (var node = Node.start(settings);
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            var refused = new Submission.NotSent(Submission.Why.LOW_DISK);
            long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!gateway.submit(World.send(1)).equals(refused)) {
                assertThat(System.nanoTime() - deadline).as("time left").isNegative();
            }
        }
    }

    /** Another byte in the payload, and a checksum that fits it. */
    private void forgeTheLastRecord() throws IOException {
        change((buffer, index, length) -> {
            int at = index + OutcomeSegment.FRAME_HEADER_LENGTH;
            buffer.putByte(at + length - 1, (byte) (buffer.getByte(at + length - 1) ^ 1));
            long position = OutcomeSegment.position(buffer, index);
            int crc = new OutcomeSegment.Checksum().of(position, buffer, at, length);
            OutcomeSegment.writeFrame(buffer, index, position, crc);
        });
    }

    /** Does something to the last frame of the log. */
    private interface Change {
        void apply(UnsafeBuffer buffer, int index, int length);
    }

    private void change(Change change) throws IOException {
        try (var channel = FileChannel.open(segment(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
            var buffer = new UnsafeBuffer(mapped);
            int last = 0;
            for (int index = OutcomeSegment.HEADER_LENGTH;
                    buffer.getInt(index) > 0;
                    index += OutcomeSegment.frameLength(buffer.getInt(index))) {
                last = index;
            }
            change.apply(buffer, last, buffer.getInt(last));
            mapped.force();
        }
    }

    private static int endOf(byte[] segment) {
        var buffer = new UnsafeBuffer(segment);
        int index = OutcomeSegment.HEADER_LENGTH;
        while (buffer.getInt(index) > 0) {
            index += OutcomeSegment.frameLength(buffer.getInt(index));
        }
        return index;
    }

    private Path segment() {
        return new HomeLayout(home).outcomes().resolve(OutcomeSegment.fileName(0));
    }
}
