package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.gateway.World.answer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.Node;
import sekisho.protocol.Answer;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.wire.Answers;

final class GatewayTest {
    @TempDir
    static Path home;

    private static Node node;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        node = Node.start(World.settings(home));
        gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT));
        World.open(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        node.close();
    }

    @Test
    void aRepeatedIdGetsTheSameAnswer() {
        var id = gateway.newId();
        Answer first = answer(gateway.submit(id, World.send(5)));
        Answer second = answer(gateway.submit(id, World.send(5)));
        assertThat(first.repeated()).isFalse();
        assertThat(second).isEqualTo(new Answer(first.outcome(), true));
    }

    @Test
    void anIdWithOtherContentsIsAConflict() {
        var id = gateway.newId();
        assertThat(answer(gateway.submit(id, World.send(5))).outcome().accepted())
                .isTrue();
        assertThat(answer(gateway.submit(id, World.send(6))).outcome())
                .isEqualTo(new Refused(Refusal.REQUEST_CONFLICT));
    }

    @Test
    void everyRequestIsProcessedExactlyOnce() throws Exception {
        long before = node.counts().requests();
        node.awaitOutcomes();
        long recordedBefore = OutcomeLogReader.countAnswered(home);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Submission>> all = IntStream.range(0, 2_000)
                    .mapToObj(_ -> callers.submit(() -> gateway.submit(World.send(1))))
                    .toList();
            for (Future<Submission> one : all) {
                assertThat(answer(one.get()).repeated()).isFalse();
            }
        }
        assertThat(node.counts().requests() - before).isEqualTo(2_000);
        node.awaitOutcomes();
        assertThat(OutcomeLogReader.countAnswered(home) - recordedBefore).isEqualTo(2_000);
    }

    @Test
    void aChainSucceedsOrFailsTogether() {
        List<Command<?>> good = List.of(World.send(1), World.send(2));
        assertThat(gateway.submitChain(good))
                .allSatisfy(
                        each -> assertThat(answer(each).outcome().accepted()).isTrue());
        List<Command<?>> bad = List.of(World.send(1), World.send(World.FUNDS * 2));
        var refused = gateway.submitChain(bad);
        assertThat(answer(refused.get(0)).outcome()).isEqualTo(new Refused(Refusal.CHAIN_BROKEN, 1));
        assertThat(answer(refused.get(1)).outcome())
                .isInstanceOfSatisfying(
                        Refused.class, why -> assertThat(why.reason()).isEqualTo(Refusal.INSUFFICIENT_FUNDS));
    }

    @Test
    void aDryRunChangesNothing() {
        String before = fingerprintWithoutTime();
        assertThat(answer(gateway.submitDry(World.send(5))).outcome().accepted())
                .isTrue();
        assertThat(fingerprintWithoutTime()).isEqualTo(before);
    }

    @Test
    void anUnconfirmedRequestGetsItsAnswerWhenAskedAgain() {
        try (var hasty = Gateway.connect(
                GatewaySettings.of(node.address(), new ClientId(8)).withDeadline(Duration.ofMillis(1)))) {
            var patient = Gateway.connect(GatewaySettings.of(node.address(), new ClientId(8)));
            int unconfirmed = 0;
            for (int i = 0; i < 1_000 && unconfirmed < 3; i++) {
                var id = hasty.newId();
                if (hasty.submit(id, World.send(3)) instanceof Submission.Unconfirmed) {
                    Answer answer = World.insist(patient, id, World.send(3)).answer();
                    assertThat(answer.outcome().accepted()).isTrue();
                    assertThat(answer.repeated()).isTrue();
                    unconfirmed++;
                }
            }
            patient.close();
            assertThat(unconfirmed).isPositive();
        }
    }

    @Test
    void whatIsWaitingInFullLanesIsBusyBeforeTheLog() {
        long before = node.counts().requests();
        try (var narrow = Gateway.connect(
                GatewaySettings.of(node.address(), new ClientId(9)).withSingles(2))) {
            var fates =
                    IntStream.range(0, 200).mapToObj(_ -> submitAsync(narrow)).toList();
            long busy = fates.stream()
                    .map(CompletableFuture::join)
                    .filter(new Submission.NotSent(Submission.Why.BUSY)::equals)
                    .count();
            assertThat(busy).isPositive();
            assertThat(node.counts().requests() - before).isEqualTo(200 - busy);
        }
    }

    @Test
    void aClosedGatewaySendsNothing() {
        var closed = Gateway.connect(GatewaySettings.of(node.address(), new ClientId(10)));
        closed.close();
        assertThat(closed.submit(World.send(1))).isEqualTo(new Submission.NotSent(Submission.Why.CLOSED));
    }

    @Test
    void bytesThatAreNoFrameChangeNothing() throws Exception {
        String before = fingerprintWithoutTime();
        long malformed = node.counts().malformedFrames();
        try (var raw = new RawClient(node.address())) {
            var bytes = new ExpandableArrayBuffer(64);
            bytes.setMemory(0, 64, (byte) 0x5A);
            raw.send(bytes, 64);
            raw.awaitTrue(() -> node.counts().malformedFrames() > malformed);
        }
        assertThat(fingerprintWithoutTime()).isEqualTo(before);
        assertThat(answer(gateway.submit(World.send(1))).outcome().accepted()).isTrue();
    }

    @Test
    void aClientThatDoesNotReadItsAnswersHoldsUpNobody() throws Exception {
        try (var deaf = new RawClient(node.address())) {
            long dropped = node.counts().droppedAnswers();
            var frame = new ExpandableArrayBuffer(256 * 1024);
            int length = RawClient.bulkFrame(frame, gateway, 500);
            for (int i = 0; i < 60; i++) {
                deaf.send(frame, length);
            }
            assertThat(answer(gateway.submit(World.send(1))).outcome().accepted())
                    .isTrue();
            deaf.awaitTrue(() -> node.counts().droppedAnswers() > dropped);
            assertThat(node.failure()).isEmpty();
        }
    }

    private static CompletableFuture<Submission> submitAsync(Gateway through) {
        var fate = new CompletableFuture<Submission>();
        var frame = through.newFrame(Lane.SINGLE);
        frame.begin().add(through.newId(), World.send(1), false, false, 0);
        var listener = new FrameListener() {
            @Override
            public void answered(Answers answers) {
                fate.complete(new Submission.Answered(answers.answers().getFirst(), answers.position()));
            }

            @Override
            public void notSent(Submission.Why why) {
                fate.complete(new Submission.NotSent(why));
            }

            @Override
            public void unconfirmed() {
                fate.complete(new Submission.Unconfirmed());
            }
        };
        if (!through.trySubmit(frame, listener)) {
            through.release(frame);
            fate.complete(new Submission.NotSent(Submission.Why.BUSY));
        }
        return fate;
    }

    /** The engine's own row holds the time, which goes on. */
    private static String fingerprintWithoutTime() {
        var fingerprint = new sekisho.wire.StateFingerprint();
        node.export(row -> {
            if (!(row instanceof sekisho.protocol.StateRecord.Engine)) {
                fingerprint.add(row);
            }
        });
        return fingerprint.hex();
    }
}
