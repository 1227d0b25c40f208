package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.server.database.Database;
import sekisho.server.database.TestDatabase;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.ReaderMarks;

final class ProjectorTest {
    private static final long SEED = 20_260_331;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private ProjectorSettings settings(Lived lived) {
        return ProjectorSettings.of(home).withClock(lived.clock());
    }

    @Test
    void saysWhatTheEngineSaysAndARebuildGivesTheSameBytes() throws Exception {
        try (var database = Database.open(TestDatabase.empty());
                var lived = new Lived(home, SEED)) {
            try (var projector = Projector.start(settings(lived), database)) {
                lived.live(80);
                lived.stream(2_000);
                lived.halt();
                lived.live(20);
                long last = lived.rest();
                assertThat(projector.await(last, PATIENCE)).isTrue();
                assertThat(projector.projected()).isGreaterThanOrEqualTo(last);
                assertThat(projector.status().state()).isEqualTo(ProjectorStatus.State.FOLLOWING);
                assertThat(projector.counts().lag().steps()).isZero();
                assertThat(StateAgainstRows.compare(lived.node(), database))
                        .as("seed %d", SEED)
                        .isGreaterThan(1_000);
                assertThatThrownBy(() -> Rebuild.run(home, database, _ -> {})).isInstanceOf(OtherProjector.class);
            }
            var before = Dump.of(database);
            assertThat(emptyTables(before))
                    .as("all but what only a founded book has")
                    .containsExactly("authenticator_changes", "link_moves", "safeguarding_shortfalls");
            Rebuild.Report report = Rebuild.run(home, database, _ -> {});
            assertThat(report.rows()).isGreaterThan(10_000);
            assertThat(Dump.of(database)).isEqualTo(before);
        }
    }

    private static List<String> emptyTables(java.util.Map<String, String> dump) {
        return dump.entrySet().stream()
                .filter(table -> table.getValue().isEmpty())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    @Test
    void theSameLogGivesTheSameBytesWhateverTheBatches() throws Exception {
        try (var lived = new Lived(home, SEED + 1)) {
            lived.live(15);
            long last = lived.rest();
            var dumps = new ArrayList<java.util.Map<String, String>>();
            for (int rows : new int[] {1, 97, 100_000}) {
                try (var database = Database.open(TestDatabase.empty())) {
                    try (var projector = Projector.start(
                            settings(lived)
                                    .withRows(rows)
                                    .withPace(Duration.ZERO)
                                    .withCachedAccounts(3),
                            database)) {
                        assertThat(projector.await(last, PATIENCE)).isTrue();
                    }
                    dumps.add(Dump.of(database));
                }
            }
            assertThat(dumps.get(1)).isEqualTo(dumps.get(0));
            assertThat(dumps.get(2)).isEqualTo(dumps.get(0));
        }
    }

    @Test
    void readsTheArchiveAndKeepsThePurgeBehindItself() throws Exception {
        try (var database = Database.open(TestDatabase.empty());
                var lived = new Lived(home, SEED + 2)) {
            try (var projector = Projector.start(settings(lived), database)) {
                lived.live(5);
                lived.stream(15_000);
                assertThat(projector.await(lived.position(), PATIENCE)).isTrue();
            }
            assertThat(ReaderMarks.lowest(home)).isLessThanOrEqualTo(lived.position());
            lived.node().snapshot();
            lived.node().snapshot();
            ReaderMarks.set(home, ReaderMark.NAME, 1);
            assertThat(lived.node().purge().outcomeSegments()).isZero();
            ReaderMarks.set(home, ReaderMark.NAME, lived.position());
            assertThat(lived.node().purge().outcomeSegments()).isPositive();
            var before = Dump.of(database);
            assertThat(Rebuild.run(home, database, _ -> {}).position()).isGreaterThanOrEqualTo(lived.position());
            assertThat(Dump.of(database)).isEqualTo(before);

            Path archive = new HomeLayout(home).archive().resolve("outcomes");
            Files.move(archive, archive.resolveSibling("elsewhere"));
            assertThatThrownBy(() -> Rebuild.run(home, database, _ -> {}))
                    .isInstanceOf(DoesNotFit.class)
                    .hasMessageContaining("archive");
            assertThat(Dump.of(database)).isEqualTo(before);
        }
    }

    @Test
    void stopsAtAnotherHomesLogAndAtADamagedOne() throws Exception {
        Path other = Files.createDirectory(home.resolve("other"));
        try (var database = Database.open(TestDatabase.empty());
                var lived = new Lived(home.resolve("home"), SEED + 3);
                var stranger = new Lived(other, SEED + 4)) {
            lived.live(3);
            stranger.live(6);
            Path own = home.resolve("home");
            try (var projector = Projector.start(ProjectorSettings.of(own), database)) {
                assertThat(projector.await(lived.position(), PATIENCE)).isTrue();
            }
            var before = Dump.of(database);
            try (var projector = Projector.start(ProjectorSettings.of(other), database)) {
                assertThat(projector.await(Long.MAX_VALUE, PATIENCE)).isFalse();
                assertThat(projector.status().state()).isEqualTo(ProjectorStatus.State.FAILED);
                assertThat(projector.status().detail()).contains("another log");
            }
            Damage.flipAByteOfTheLastSegment(own);
            try (var projector = Projector.start(ProjectorSettings.of(own), database)) {
                lived.live(1);
                assertThat(projector.await(Long.MAX_VALUE, PATIENCE)).isFalse();
                assertThat(projector.status().detail()).contains("damaged");
            }
            assertThat(Dump.of(database)).isEqualTo(before);
        }
    }
}
