package sekisho.cli.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sekisho.benchmarks.Progress;
import sekisho.cli.child.Child;
import sekisho.cli.imports.AnswerJournal;

/**
 * Kills imports in the middle, as {@code kill -9} does, and imports again: the end must be that of an undisturbed import, and every answer
 * that a client had received must be the one in the log. Each import runs in a process of its own. Owned by one thread.
 */
public final class KillDrill {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final KillSettings settings;
    private final Progress progress;
    private final SplittableRandom random;
    private final List<String> troubles = new ArrayList<>();
    private int kills;
    private long heard;
    private double slowestReady;

    private KillDrill(KillSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.random = new SplittableRandom(settings.seed());
    }

    /** Runs a drill. */
    public static KillReport run(KillSettings settings, Progress progress) throws IOException, InterruptedException {
        return new KillDrill(settings, progress).run();
    }

    private KillReport run() throws IOException, InterruptedException {
        Path drill = Files.createTempDirectory(settings.folder(), "drill-");
        var undisturbed = new ImportChild(settings, Files.createDirectory(drill.resolve("undisturbed")));
        Ending expected = undisturbed.run();
        long answersLength = undisturbed.answersLength();
        progress.say("undisturbed: " + expected.fingerprint());
        for (int i = 1; i <= settings.times(); i++) {
            var killed = new ImportChild(settings, Files.createDirectory(drill.resolve("killed-" + i)));
            killOnce(killed, random.nextLong(answersLength), expected);
            progress.say("killed " + i + " of " + settings.times());
        }
        return new KillReport(kills, heard, slowestReady, expected.fingerprint(), List.copyOf(troubles));
    }

    /** Kills an import when its client has written down so many bytes of answers, and imports again. */
    private void killOnce(ImportChild one, long atLength, Ending expected) throws IOException, InterruptedException {
        try (Child child = one.start()) {
            while (child.isAlive() && one.answersLength() < atLength) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            kills += child.isAlive() ? 1 : 0;
            child.kill();
        }
        Map<Long, String> promised = AnswerJournal.read(one.answers());
        heard += promised.size();
        Ending ending = one.run();
        slowestReady = Math.max(slowestReady, ending.readySeconds());
        if (!ending.fingerprint().equals(expected.fingerprint())) {
            troubles.add(one.name() + ": ends with " + ending.fingerprint());
        }
        troubles.addAll(Promises.broken(one, ending.stream(), promised));
    }
}
