package sekisho.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeTest {
    @TempDir
    Path home;

    @Test
    void refusesASecondNodeInTheSameHome() {
        try (var node = Node.start(settings())) {
            assertThat(node.failure()).isEmpty();
            assertThatThrownBy(() -> Node.start(settings())).isInstanceOfSatisfying(HomeInUse.class, inUse -> {
                assertThat(inUse.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(inUse.home()).isEqualTo(home);
            });
        }
    }

    @Test
    void startsFromTheSnapshotThatItTookLast() {
        SnapshotReport report;
        try (var node = Node.start(settings())) {
            node.snapshot();
            report = node.snapshot();
            assertThat(report.records()).isPositive();
        }
        try (var node = Node.start(settings())) {
            assertThat(node.restored()).hasValueSatisfying(restored -> {
                assertThat(restored.position()).isEqualTo(report.position());
                assertThat(restored.bytes()).isEqualTo(report.bytes());
                assertThat(restored.records()).isEqualTo(report.records());
            });
        }
    }

    private NodeSettings settings() {
        return NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND);
    }
}
