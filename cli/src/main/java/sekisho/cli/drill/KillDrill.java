package sekisho.cli.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sekisho.benchmarks.Progress;
import sekisho.cli.imports.AnswerJournal;
import sekisho.cli.imports.LoggedAnswers;

/**
 * Kills imports in the middle, as {@code kill -9} does, and imports again: the end must be that of an undisturbed import, and every answer
 * that a client had received must be the one in the log. Each import runs in a process of its own. Owned by one thread.
 */
public final class KillDrill {
    private static final long LONGEST_IMPORT_SECONDS = 1_800;
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
        Path undisturbed = Files.createDirectory(drill.resolve("undisturbed"));
        Ending expected = importIn(undisturbed);
        long answersLength = Files.size(answers(undisturbed));
        progress.say("undisturbed: " + expected.fingerprint());
        for (int i = 1; i <= settings.times(); i++) {
            Path folder = Files.createDirectory(drill.resolve("killed-" + i));
            killOnce(folder, random.nextLong(answersLength), expected);
            progress.say("killed " + i + " of " + settings.times());
        }
        return new KillReport(kills, heard, slowestReady, expected.fingerprint(), List.copyOf(troubles));
    }

    /** Kills an import when its client has written down so many bytes of answers, and imports again. */
    private void killOnce(Path folder, long atLength, Ending expected) throws IOException, InterruptedException {
        Path notes = answers(folder);
        try (Child child = Child.start(arguments(folder), err(folder))) {
            while (child.isAlive() && length(notes) < atLength) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            kills += child.isAlive() ? 1 : 0;
            child.kill();
        }
        Map<Long, String> promised = AnswerJournal.read(notes);
        heard += promised.size();
        Ending ending = importIn(folder);
        slowestReady = Math.max(slowestReady, ending.readySeconds());
        if (!ending.fingerprint().equals(expected.fingerprint())) {
            troubles.add(folder.getFileName() + ": ends with " + ending.fingerprint());
        }
        checkPromises(folder, ending.stream(), promised);
    }

    private void checkPromises(Path folder, String stream, Map<Long, String> promised) {
        Map<Long, String> logged = new HashMap<>();
        LoggedAnswers.read(home(folder), 0, stream, (answer, sequence) -> {
            if (logged.put(sequence, AnswerJournal.line(answer.outcome())) != null) {
                troubles.add(folder.getFileName() + ": entry " + sequence + " was applied twice");
            }
        });
        promised.forEach((sequence, answer) -> {
            if (!answer.equals(logged.get(sequence))) {
                troubles.add(folder.getFileName() + ": entry " + sequence + " was answered " + answer
                        + " and is logged as " + logged.get(sequence));
            }
        });
    }

    private Ending importIn(Path folder) throws IOException, InterruptedException {
        try (Child child = Child.start(arguments(folder), err(folder))) {
            String json = child.output();
            int code = child.await(LONGEST_IMPORT_SECONDS);
            if (code != 0) {
                throw new IllegalStateException(
                        "an import ended with exit code " + code + "; it said: " + Files.readString(err(folder)));
            }
            return Ending.of(json);
        }
    }

    private List<String> arguments(Path folder) {
        return List.of(
                "import",
                "--json",
                "--format",
                settings.format().word(),
                "--overdraft",
                settings.overdraft().word(),
                "--home",
                home(folder).toString(),
                "--answers",
                answers(folder).toString(),
                settings.file().toAbsolutePath().toString());
    }

    private static Path home(Path folder) {
        return folder.resolve("home");
    }

    private static Path answers(Path folder) {
        return folder.resolve("answers");
    }

    private static Path err(Path folder) {
        return folder.resolve("err");
    }

    private static long length(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
