package sekisho.server.database;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import sekisho.wire.home.SafeFiles;

/**
 * A PostgreSQL server of our own: durable, on loopback, with a password for everybody. It outlives a killed JVM; the
 * next start on the same folder finds it by its own pid file, stops it, and starts its own.
 */
final class EmbeddedServer implements AutoCloseable {
    /** The role that the program uses; it owns the database and is no superuser. */
    static final String ROLE = "sekisho";

    private static final System.Logger LOG = System.getLogger(EmbeddedServer.class.getName());
    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "sekisho";
    private static final int TRIES = 5;
    private static final Duration INIT = Duration.ofMinutes(2);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration ORPHAN_STOP = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final FolderLock lock;
    private final Commands commands;
    private final Path data;
    private final String password;
    private final int port;
    private final ProcessHandle process;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(FolderLock lock, Commands commands, Path data, String password, int port)
            throws IOException {
        this.lock = lock;
        this.commands = commands;
        this.data = data;
        this.password = password;
        this.port = port;
        this.process = Postmaster.read(data)
                .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()))
                .orElseThrow(() -> new DatabaseUnusable("PostgreSQL has started and ended at once"));
    }

    /** Starts it and waits until it answers. */
    static EmbeddedServer start(DatabaseSettings.Embedded settings) {
        Path folder = settings.folder();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var lock = FolderLock.take(folder);
            try {
                return started(settings, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseUnusable("the database in " + folder + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static EmbeddedServer started(DatabaseSettings.Embedded settings, FolderLock lock)
            throws IOException, SQLException {
        Path folder = settings.folder();
        var programs = Programs.in(Files.createDirectories(settings.programs()));
        var commands = new Commands(programs, folder.resolve("command.log"));
        Path data = folder.resolve("data");
        if (Files.exists(data)) {
            stopOrphan(commands, data);
            Leftovers.end(programs, data);
        }
        String password = password(settings, data);
        if (!Files.exists(data)) {
            initialise(commands, data, settings.passwordFile());
        }
        new ServerConfiguration(settings.cacheMegabytes()).write(data);
        int port = launch(commands, data, folder.resolve("server.log"));
        var server = new EmbeddedServer(lock, commands, data, password, port);
        try {
            server.prepare();
            return server;
        } catch (SQLException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    String url() {
        return url(DATABASE);
    }

    String password() {
        return password;
    }

    /** Whether its first process lives. */
    boolean isRunning() {
        return process.isAlive();
    }

    /** Stops it in order. Once: a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            stop();
        } catch (IOException e) {
            throw new DatabaseUnusable("the database did not stop in order: " + e.getMessage(), e);
        }
    }

    private void stop() throws IOException {
        var result = commands.run(
                STOP.plus(GRACE),
                "pg_ctl",
                "stop",
                "-D",
                data.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                Long.toString(STOP.toSeconds()));
        if (!result.good()) {
            throw new IOException(result.printed());
        }
    }

    private static String password(DatabaseSettings.Embedded settings, Path data) throws IOException {
        var file = new PasswordFile(settings.passwordFile());
        if (file.exists()) {
            return file.read();
        }
        if (Files.exists(data)) {
            throw new DatabaseUnusable("the password of the database in " + data + " is missing: put the file "
                    + settings.passwordFile() + " back, or say where it is (sekisho.database.password-file)");
        }
        return file.make();
    }

    /** A folder that was not finished never gets its name. */
    private static void initialise(Commands commands, Path data, Path passwordFile) throws IOException {
        Path unfinished = data.resolveSibling("data.tmp");
        Programs.delete(unfinished);
        var result = commands.run(
                INIT,
                "initdb",
                "-D",
                unfinished.toString(),
                "-U",
                SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (!result.good()) {
            throw new DatabaseUnusable(
                    "PostgreSQL could not make its files in " + unfinished + ": " + result.printed());
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        SafeFiles.syncFolder(data.resolveSibling("."));
    }

    private static void stopOrphan(Commands commands, Path data) throws IOException {
        var found = Postmaster.read(data);
        if (found.isEmpty() || !found.get().alive()) {
            return;
        }
        var orphan = found.get();
        if (!orphan.serves(data)) {
            // We hold the folder's lock, so nobody else starts a server here: the number was given to another process.
            Postmaster.forget(data);
            return;
        }
        LOG.log(
                Level.WARNING,
                "stopping the database that a killed process left behind, process {0,number,#}",
                orphan.pid());
        for (String mode : new String[] {"fast", "immediate"}) {
            var result = commands.run(
                    ORPHAN_STOP.plus(GRACE),
                    "pg_ctl",
                    "stop",
                    "-D",
                    data.toString(),
                    "-m",
                    mode,
                    "-w",
                    "-t",
                    Long.toString(ORPHAN_STOP.toSeconds()));
            if (result.good() || !orphan.alive()) {
                return;
            }
        }
        throw new DatabaseUnusable("the database that a killed process left behind does not stop; stop process "
                + orphan.pid() + " by hand");
    }

    /** Starts the server on a free port; somebody may take the port first, then on another. */
    private static int launch(Commands commands, Path data, Path log) throws IOException {
        String said = "";
        for (int i = 0; i < TRIES; i++) {
            int port = freePort();
            var result = commands.run(
                    START.plus(GRACE),
                    "pg_ctl",
                    "start",
                    "-D",
                    data.toString(),
                    "-l",
                    log.toString(),
                    "-w",
                    "-t",
                    Long.toString(START.toSeconds()),
                    "-o",
                    "-p " + port);
            if (result.good()) {
                return port;
            }
            said = result.printed();
        }
        throw new DatabaseUnusable("PostgreSQL does not start: " + said + "; its own words are in " + log);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Makes the role and the database, at the first start. */
    private void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, password);
                var statement = connection.createStatement()) {
            if (isMissing(connection, "select 1 from pg_roles where rolname = ?", ROLE)) {
                // The password is letters, digits, - and _ (base 64); a role cannot be made with a parameter.
                statement.execute("create role " + ROLE + " login password '" + password + "'");
            }
            if (isMissing(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + ROLE);
            }
        }
    }

    private static boolean isMissing(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
