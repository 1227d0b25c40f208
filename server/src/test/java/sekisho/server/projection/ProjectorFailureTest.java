package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseSettings;
import sekisho.server.database.TestDatabase;
import sekisho.server.projection.ProjectorStatus.State;

final class ProjectorFailureTest {
    private static final long SEED = 77;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private ProjectorSettings settings() {
        return ProjectorSettings.of(home)
                .withRows(500)
                .withPace(Duration.ZERO)
                .withLongestRetry(Duration.ofMillis(200));
    }

    /** What a projector that nobody disturbs makes of the log. */
    private Map<String, String> undisturbed(long position) throws Exception {
        try (var database = Database.open(TestDatabase.empty())) {
            try (var projector = Projector.start(settings(), database)) {
                assertThat(projector.await(position, PATIENCE)).isTrue();
            }
            return Dump.of(database);
        }
    }

    private static void awaitState(Projector projector, State state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (projector.status().state() != state) {
            assertThat(System.nanoTime() - deadline)
                    .as("%s", projector.status())
                    .isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Test
    void aLineCutBetweenRowsAndCommitLosesAndDoublesNothing() throws Exception {
        var random = new SplittableRandom(SEED);
        DatabaseSettings.Ordinary direct = TestDatabase.empty();
        int port = URI.create(direct.url().substring("jdbc:".length())).getPort();
        try (var relay = new Relay(port);
                var database = Database.open(direct);
                var cut = Database.open(new DatabaseSettings.Ordinary(
                        direct.url().replace(":" + port + "/", ":" + relay.port() + "/"),
                        direct.user(),
                        direct.password()));
                var lived = new Lived(home, SEED);
                var projector = Projector.start(settings(), cut)) {
            for (int i = 0; i < 25; i++) {
                relay.cutAfter(random.nextInt(60_000));
                while (!relay.hasCut()) {
                    lived.live(1);
                    awaitState(projector, State.FOLLOWING);
                }
            }
            long last = lived.rest();
            assertThat(projector.await(last, PATIENCE)).isTrue();
            assertThat(Dump.of(database)).as("seed %d", SEED).isEqualTo(undisturbed(last));
        }
    }

    @Test
    void waitsWhileTheDatabaseIsAwayAndGoesOn() throws Exception {
        DatabaseSettings.Ordinary direct = TestDatabase.empty();
        int port = URI.create(direct.url().substring("jdbc:".length())).getPort();
        try (var relay = new Relay(port);
                var cut = Database.open(new DatabaseSettings.Ordinary(
                        direct.url().replace(":" + port + "/", ":" + relay.port() + "/"),
                        direct.user(),
                        direct.password()));
                var lived = new Lived(home, SEED + 1)) {
            relay.refuse(true);
            try (var projector = Projector.start(settings().withClock(lived.clock()), cut)) {
                awaitState(projector, State.WAITING);
                assertThat(projector.status().detail()).contains("the database is away");
                assertThat(projector.await(1, Duration.ofMillis(10))).isFalse();
                relay.refuse(false);
                assertThat(projector.await(lived.position(), PATIENCE)).isTrue();
                relay.refuse(true);
                lived.live(2);
                awaitState(projector, State.WAITING);
                assertThat(projector.counts().lag().steps()).isPositive();
                relay.refuse(false);
                assertThat(projector.await(lived.position(), PATIENCE)).isTrue();
            }
        }
    }

    @Test
    void aKilledProjectorLosesAndDoublesNothing() throws Exception {
        DatabaseSettings.Ordinary where = TestDatabase.empty();
        try (var database = Database.open(where);
                var lived = new Lived(home, SEED + 2)) {
            var random = new SplittableRandom(SEED);
            for (int i = 0; i < 3; i++) {
                try (var process = ProjectorProcess.start(home, where)) {
                    lived.live(3);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(60)));
                    process.kill();
                }
            }
            killBetweenRowsAndCommit(where, database, lived);
            long last = lived.rest();
            try (var projector = Projector.start(settings(), database)) {
                assertThat(projector.await(last, PATIENCE)).isTrue();
            }
            assertThat(Dump.of(database)).as("seed %d", SEED).isEqualTo(undisturbed(last));
        }
    }

    /** The database is made slow at the moment when all rows are written and the position is about to be. */
    private void killBetweenRowsAndCommit(DatabaseSettings.Ordinary where, Database database, Lived lived)
            throws Exception {
        try (var connection = database.connect("test");
                var statement = connection.createStatement()) {
            statement.execute("create table public.slow as select 1");
            statement.execute("""
                    create function public.wait() returns trigger language plpgsql as $$
                    begin
                        if exists (select from public.slow) then perform pg_sleep(1); end if;
                        return new;
                    end $$
                    """);
            statement.execute(
                    "create trigger wait before update on projection.progress for each row execute function public.wait()");
            try (var process = ProjectorProcess.start(home, where)) {
                lived.live(2);
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                while (!sleeps(statement)) {
                    assertThat(System.nanoTime() - deadline).isNegative();
                }
                process.kill();
            }
            statement.execute("delete from public.slow");
        }
    }

    private static boolean sleeps(java.sql.Statement statement) throws java.sql.SQLException {
        try (var row = statement.executeQuery("""
                select count(*) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()
                """)) {
            return row.next() && row.getInt(1) > 0;
        }
    }
}
