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
            assertThatThrownBy(() -> Node.start(settings()))
                    .isInstanceOfSatisfying(HomeInUse.class, inUse -> {
                        assertThat(inUse.pid()).isEqualTo(ProcessHandle.current().pid());
                        assertThat(inUse.home()).isEqualTo(home);
                    });
        }
    }

    @Test
    void keepsItsStateOverARestart() {
        String before;
        try (var node = Node.start(settings())) {
            before = node.stateFingerprint();
        }
        try (var node = Node.start(settings())) {
            System.out.println(before + " " + node.stateFingerprint() + node.counts());
            var report = node.snapshot();
            System.out.println(report);
        }
        try (var node = Node.start(settings())) {
            System.out.println(node.restored());
        }
    }

    private NodeSettings settings() {
        return NodeSettings.of(home).withSizes(LogSizes.SMALL).withUpkeep(Upkeep.BY_HAND);
    }
}
