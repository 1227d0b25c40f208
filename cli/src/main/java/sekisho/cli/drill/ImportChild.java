package sekisho.cli.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sekisho.cli.child.Child;

/**
 * Imports of one file into one home, each in a process of its own.
 *
 * @param folder for the home, what the client remembers, and what the processes say
 */
record ImportChild(KillSettings settings, Path folder) {
    private static final long LONGEST_SECONDS = 1_800;

    String name() {
        return String.valueOf(folder.getFileName());
    }

    Path home() {
        return folder.resolve("home");
    }

    /** The answers that the client has received, as it notes them down. */
    Path answers() {
        return folder.resolve("answers");
    }

    long answersLength() throws IOException {
        return Files.exists(answers()) ? Files.size(answers()) : 0;
    }

    Path err() {
        return folder.resolve("err");
    }

    /** Begins to import. */
    Child start() throws IOException {
        return Child.start(
                List.of(
                        "import",
                        "--json",
                        "--format",
                        settings.format().word(),
                        "--overdraft",
                        settings.overdraft().word(),
                        "--home",
                        home().toString(),
                        "--answers",
                        answers().toString(),
                        settings.file().toAbsolutePath().toString()),
                err());
    }

    /** Imports to the end. */
    Ending run() throws IOException, InterruptedException {
        try (Child child = start()) {
            String json = child.output();
            int code = child.await(LONGEST_SECONDS);
            if (code != 0) {
                throw new IllegalStateException(
                        "an import ended with exit code " + code + "; it said: " + Files.readString(err()));
            }
            return Ending.of(json);
        }
    }
}
