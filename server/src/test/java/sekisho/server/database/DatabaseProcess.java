package sekisho.server.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that has an embedded database open, and can be killed. */
final class DatabaseProcess implements AutoCloseable {
    private final Process process;

    private DatabaseProcess(Process process) {
        this.process = process;
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        var database = Database.open(DatabaseSettings.Embedded.in(home, home.resolve("keys")));
        try (var connection = database.connect("test");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept as select 42 as answer");
        }
        System.out.println("ready");
        ProcessHandle.current().parent().orElseThrow().onExit().join();
        database.close();
    }

    static DatabaseProcess start(Path home) throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(process.inputReader(UTF_8));
        if (!"ready".equals(output.readLine())) {
            process.destroyForcibly();
            throw new IOException("the database's process did not become ready");
        }
        return new DatabaseProcess(process);
    }

    long pid() {
        return process.pid();
    }

    /** Kill -9: the server that it started goes on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
