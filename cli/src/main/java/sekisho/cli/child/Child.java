package sekisho.cli.child;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process like this one, with another command line. Owned by one thread; closing kills it. */
public final class Child implements AutoCloseable {
    private static final String MAIN = "sekisho.cli.Main";

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts it: the same Java with the same settings and classes.
     *
     * @param err where its standard error goes
     */
    public static Child start(List<String> arguments, Path err) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-agentlib") && !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        return new Child(new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(err.toFile()))
                .start());
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Asks it to end, as SIGTERM does. */
    public void end() {
        process.destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as {@code kill -9} does: it gets no chance to finish anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Its exit code, when it has ended by itself; what it printed is in {@link #output}. */
    public int await(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("a child did not end within " + seconds + " s");
        }
        return process.exitValue();
    }

    /** What it prints on standard output until it ends. */
    public String output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
