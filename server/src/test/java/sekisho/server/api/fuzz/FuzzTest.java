package sekisho.server.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.fuzz.ApiFuzzer;
import sekisho.fuzz.FuzzReport;
import sekisho.fuzz.FuzzSettings;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.World;

/**
 * Fuzzes in every build; {@code ./sekisho fuzz} does it for longer. What a failure needs to be repeated is its seed:
 * {@code -Dsekisho.fuzz.seed}.
 */
final class FuzzTest {
    private static final int SECONDS = 60;

    @TempDir
    Path home;

    @Test
    void theServerKeepsToItsDocumentWhateverItIsSent() throws Exception {
        long seed = Long.getLong("sekisho.fuzz.seed", 20200910);
        int seconds = Integer.getInteger("sekisho.fuzz.seconds", SECONDS);
        try (var server = RunningServer.start(home)) {
            var world = World.on(server);
            var settings = new FuzzSettings(
                    server.server().baseUrl(), "operator", world.operatorSecret(), seed, Duration.ofSeconds(seconds));
            FuzzReport report = ApiFuzzer.run(settings, () -> fault(world), _ -> {});
            System.out.println(report.text());
            assertThat(report.troubles()).as("seed %s", seed).isEmpty();
        }
    }

    private static String fault(World world) {
        long imbalance = world.imbalance();
        return imbalance == 0 ? "" : "debits and credits differ by " + imbalance;
    }
}
