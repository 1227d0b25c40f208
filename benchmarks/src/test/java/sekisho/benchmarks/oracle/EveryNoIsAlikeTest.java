package sekisho.benchmarks.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.benchmarks.Progress;

/** Words, status, headers and deadlines alone: how long answers take is for the command to measure. */
final class EveryNoIsAlikeTest {
    @TempDir
    static Path folder;

    private static OracleWorld world;

    @BeforeAll
    static void start() {
        world = OracleWorld.start(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void atTheDoorEveryReasonIsToldAlike() throws Exception {
        assertAlike(new DoorPart(world), "/door/done");
    }

    @Test
    void aLinkIsRefusedAlikeForEveryReasonAndTheWalletTellsNoMoreLater() throws Exception {
        var shown = assertAlike(new LinkPart(world), "/links/refused");
        assertThat(shown).contains("Closed").doesNotContain("account-of-the-bank");
    }

    private static String assertAlike(Part part, String next) throws Exception {
        var rounds = new Rounds(part, 1, 1, false, Progress.NONE);
        rounds.compareWords(1);
        assertThat(rounds.answers())
                .singleElement()
                .asString()
                .startsWith("303")
                .contains(next);
        assertThat(rounds.words()).as("%s", Rounds.differences(rounds.words())).hasSize(1);
        return List.copyOf(rounds.words()).getFirst();
    }
}
