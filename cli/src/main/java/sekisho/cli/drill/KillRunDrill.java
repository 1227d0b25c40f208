package sekisho.cli.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sekisho.benchmarks.Progress;
import sekisho.cli.child.Child;
import sekisho.cli.child.RunningChild;
import sekisho.cli.imports.AnswerJournal;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseSettings;
import sekisho.server.projection.ProjectionContents;

/**
 * Kills whole servers in the middle of an import, as {@code kill -9} does, starts them again, and imports again. The
 * report must be that of an undisturbed import, every answer that a client had received must be the one in the log, and
 * the projection's tables must hold the same rows in the same order. Owned by one thread.
 */
public final class KillRunDrill {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final KillSettings settings;
    private final Progress progress;
    private final SplittableRandom random;
    private final List<String> troubles = new ArrayList<>();
    private int kills;
    private long heard;
    private double slowestReady;

    private KillRunDrill(KillSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.random = new SplittableRandom(settings.seed());
    }

    /** Runs a drill. */
    public static KillReport run(KillSettings settings, Progress progress)
            throws IOException, InterruptedException, SQLException {
        return new KillRunDrill(settings, progress).run();
    }

    private KillReport run() throws IOException, InterruptedException, SQLException {
        Path drill = Files.createTempDirectory(settings.folder(), "drill-");
        var undisturbed = new ImportChild(settings, Files.createDirectory(drill.resolve("undisturbed")));
        Ending expected;
        try (RunningChild server = RunningChild.start(undisturbed.home(), undisturbed.err())) {
            expected = undisturbed.run();
            server.stop();
        }
        var tables = contents(undisturbed);
        long answersLength = Files.size(undisturbed.answers());
        progress.say("undisturbed: " + expected.fingerprint());
        for (int i = 1; i <= settings.times(); i++) {
            var killed = new ImportChild(settings, Files.createDirectory(drill.resolve("killed-" + i)));
            killOnce(killed, random.nextLong(answersLength));
            endAndCompare(killed, expected, tables);
            progress.say("killed " + i + " of " + settings.times());
        }
        return new KillReport(kills, heard, slowestReady, expected.fingerprint(), List.copyOf(troubles));
    }

    /** Kills server and client when the client has written down so many bytes of answers. */
    private void killOnce(ImportChild one, long atLength) throws IOException, InterruptedException {
        try (RunningChild server = RunningChild.start(one.home(), one.err());
                Child client = one.start()) {
            while (client.isAlive() && server.isAlive() && one.answersLength() < atLength) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            kills += client.isAlive() ? 1 : 0;
            server.kill();
            client.kill();
        }
    }

    private void endAndCompare(ImportChild one, Ending expected, SortedMap<String, ProjectionContents.Rows> tables)
            throws IOException, InterruptedException, SQLException {
        Map<Long, String> promised = AnswerJournal.read(one.answers());
        heard += promised.size();
        try (RunningChild server = RunningChild.start(one.home(), one.err())) {
            slowestReady = Math.max(slowestReady, server.readySeconds());
            Ending ending = one.run();
            if (!ending.fingerprint().equals(expected.fingerprint())) {
                troubles.add(one.name() + ": ends with " + ending.fingerprint());
            }
            troubles.addAll(Promises.broken(one, ending.stream(), promised));
            server.stop();
        }
        var found = contents(one);
        for (String table : tables.keySet()) {
            if (!tables.get(table).equals(found.get(table))) {
                troubles.add(one.name() + ": table " + table + " has " + found.get(table) + ", undisturbed "
                        + tables.get(table));
            }
        }
    }

    private static SortedMap<String, ProjectionContents.Rows> contents(ImportChild one) throws SQLException {
        try (var database = Database.open(DatabaseSettings.Embedded.in(one.home()))) {
            return ProjectionContents.of(database);
        }
    }
}
