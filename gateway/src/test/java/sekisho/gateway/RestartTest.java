package sekisho.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sekisho.gateway.World.answer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.node.HomeInUse;
import sekisho.node.Node;
import sekisho.protocol.Answer;
import sekisho.protocol.ClientId;
import sekisho.protocol.RequestId;

final class RestartTest {
    @TempDir
    Path home;

    @Test
    void aCleanRestartKeepsAnswersAndState() {
        List<RequestId> ids = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            World.open(gateway);
            for (int i = 0; i < 20; i++) {
                ids.add(gateway.newId());
                answers.add(answer(gateway.submit(ids.getLast(), World.send(i + 1))));
            }
        }
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            assertThat(node.restored()).isEmpty();
            for (int i = 0; i < ids.size(); i++) {
                assertThat(answer(gateway.submit(ids.get(i), World.send(i + 1))))
                        .isEqualTo(new Answer(answers.get(i).outcome(), true));
            }
        }
    }

    @Test
    void aKilledNodeIsReadySoonAndKeepsEveryAnswerItGave() throws Exception {
        List<RequestId> ids = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        try (var process = NodeProcess.start(home)) {
            assertThatThrownBy(() -> Node.start(World.settings(home)))
                    .isInstanceOfSatisfying(
                            HomeInUse.class, inUse -> assertThat(inUse.pid()).isEqualTo(process.pid()));
            try (var gateway =
                    Gateway.connect(GatewaySettings.of(home, World.CLIENT).withDeadline(Duration.ofSeconds(2)))) {
                World.open(gateway);
                for (int i = 0; i < 50; i++) {
                    ids.add(gateway.newId());
                    answers.add(answer(gateway.submit(ids.getLast(), World.send(i + 1))));
                }
                process.kill();
                var late = gateway.newId();
                assertThat(gateway.submit(late, World.send(7))).isInstanceOf(Submission.Unconfirmed.class);
                Instant before = Instant.now();
                try (var node = Node.start(World.settings(home))) {
                    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
                    Answer answer = World.insist(gateway, late, World.send(7)).answer();
                    assertThat(answer.outcome().accepted()).isTrue();
                    for (int i = 0; i < ids.size(); i++) {
                        assertThat(World.insist(gateway, ids.get(i), World.send(i + 1))
                                        .answer())
                                .isEqualTo(new Answer(answers.get(i).outcome(), true));
                    }
                    assertThat(node.failure()).isEmpty();
                }
            }
        }
    }

    @Test
    void sigtermEndsANodeInOrder() throws Exception {
        try (var process = NodeProcess.start(home)) {
            try (var gateway = Gateway.connect(GatewaySettings.of(home, World.CLIENT))) {
                World.open(gateway);
            }
            assertThat(process.terminate()).isEqualTo(143);
        }
        try (var node = Node.start(World.settings(home));
                var gateway = Gateway.connect(GatewaySettings.of(node.address(), World.CLIENT))) {
            assertThat(answer(gateway.submit(World.send(1))).outcome().accepted())
                    .isTrue();
        }
    }

    @Test
    void aNodeThatWasAwayForHoursConfirmsTheTimeItself() {
        var clock = new MovableClock(Instant.parse("2026-03-31T12:00:00Z"));
        var settings = World.settings(home).withClock(clock);
        try (var node = Node.start(settings);
                var gateway = Gateway.connect(
                        GatewaySettings.of(node.address(), World.CLIENT).withClock(clock))) {
            World.open(gateway);
        }
        clock.advance(Duration.ofHours(5));
        try (var node = Node.start(settings);
                var gateway = Gateway.connect(
                        GatewaySettings.of(node.address(), new ClientId(8)).withClock(clock))) {
            assertThat(answer(gateway.submit(World.send(1))).outcome().accepted())
                    .isTrue();
        }
    }
}
