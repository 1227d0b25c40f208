package sekisho.server.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseSettings;

/** A projector in a process of its own, that can be killed. */
final class ProjectorProcess implements AutoCloseable {
    private static final int ROWS = 50;

    private final Process process;

    private ProjectorProcess(Process process) {
        this.process = process;
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) {
        var database = Database.open(new DatabaseSettings.Ordinary(arguments[1], arguments[2], arguments[3]));
        var projector = Projector.start(
                ProjectorSettings.of(Path.of(arguments[0])).withRows(ROWS).withPace(Duration.ZERO), database);
        while (projector.status().state() == ProjectorStatus.State.STARTING) {
            Thread.onSpinWait();
        }
        System.out.println("ready");
        ProcessHandle.current().parent().orElseThrow().onExit().join();
        projector.close();
    }

    static ProjectorProcess start(Path home, DatabaseSettings.Ordinary database) throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens",
                        "java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProjectorProcess.class.getName(),
                        home.toString(),
                        database.url(),
                        database.user(),
                        database.password()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(process.inputReader(UTF_8));
        if (!"ready".equals(output.readLine())) {
            process.destroyForcibly();
            throw new IOException("the projector's process did not become ready");
        }
        return new ProjectorProcess(process);
    }

    /** Kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
