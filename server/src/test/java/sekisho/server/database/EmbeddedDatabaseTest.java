package sekisho.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedDatabaseTest {
    /** One for all: making a database takes seconds. */
    @TempDir
    static Path home;

    private DatabaseSettings.Embedded settings() {
        return DatabaseSettings.Embedded.in(home, home.resolve("keys"));
    }

    private Path data() {
        return settings().folder().resolve("data");
    }

    private static String ask(Database database, String question) throws SQLException {
        try (var connection = database.connect("test");
                var rows = connection.createStatement().executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    /** Its file goes before the process does. */
    private static void assertEnds(Postmaster server) {
        ProcessHandle.of(server.pid()).ifPresent(it -> assertThat(it.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void isDurableAndLetsNobodyInWithoutThePassword() throws Exception {
        try (var database = Database.open(settings())) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show data_checksums")).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            for (String user : new String[] {"sekisho", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "guess"))
                        .hasMessageContaining("password authentication failed");
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, null))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(settings().passwordFile())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void keepsItsRowsAndStopsInOrder() throws Exception {
        Postmaster first;
        try (var database = Database.open(settings());
                var connection = database.connect("test");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept as select 42 as answer");
            first = Postmaster.read(data()).orElseThrow();
            assertThatThrownBy(() -> Database.open(settings()))
                    .isInstanceOfSatisfying(
                            DatabaseInUse.class,
                            inUse -> assertThat(inUse.pid())
                                    .isEqualTo(ProcessHandle.current().pid()));
        }
        assertThat(Postmaster.read(data())).isEmpty();
        assertEnds(first);
        try (var database = Database.open(settings())) {
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void stopsTheServerOfAKilledProcessAndIsReadySoon() throws Exception {
        try (var process = DatabaseProcess.start(home)) {
            assertThatThrownBy(() -> Database.open(settings()))
                    .isInstanceOfSatisfying(
                            DatabaseInUse.class,
                            inUse -> assertThat(inUse.pid()).isEqualTo(process.pid()));
            process.kill();
        }
        var orphan = Postmaster.read(data()).orElseThrow();
        assertThat(orphan.alive()).isTrue();
        Instant before = Instant.now();
        try (var database = Database.open(settings())) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertEnds(orphan);
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
            // A server that was killed as well is replayed by its successor.
            var killed = Postmaster.read(data()).orElseThrow();
            assertThat(ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly())
                    .isTrue();
            ProcessHandle.of(killed.pid()).ifPresent(it -> it.onExit().join());
            assertThatThrownBy(database::close).isInstanceOf(DatabaseUnusable.class);
        }
    }

    @Test
    void leavesAProcessAloneThatGotTheNumberOfAnEarlierServer() throws Exception {
        Database.open(settings()).close();
        long somebodyElse = ProcessHandle.current().pid();
        Files.writeString(data().resolve("postmaster.pid"), somebodyElse + "\n" + data() + "\n1\n5432\n\n127.0.0.1\n");
        try (var database = Database.open(settings())) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAPasswordThatIsGoneOrThatOthersMayRead() throws Exception {
        Database.open(settings()).close();
        Path file = settings().passwordFile();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("chmod 600");
        Path away = file.resolveSibling("away");
        Files.move(file, away);
        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
        Files.setPosixFilePermissions(away, PosixFilePermissions.fromString("rw-------"));
        Files.move(away, file);
    }

    @Test
    void keepsThePasswordOutOfItsOwnFolder() {
        assertThatThrownBy(() -> settings().withPasswordFile(settings().folder().resolve("password")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
