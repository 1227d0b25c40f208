package sekisho.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.IoUtil;
import sekisho.node.Node;
import sekisho.wire.home.NodeAddress;

/** A node in a process of its own, that can be killed. */
final class NodeProcess implements AutoCloseable {
    private final Process process;
    private final Path home;

    private NodeProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) {
        var node = Node.start(World.settings(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
        System.out.println("ready");
        ProcessHandle.current().parent().orElseThrow().onExit().join();
        System.exit(0);
    }

    static NodeProcess start(Path home) throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens",
                        "java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProcess.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(process.inputReader(UTF_8));
        if (!"ready".equals(output.readLine())) {
            process.destroyForcibly();
            throw new IOException("the node's process did not become ready");
        }
        return new NodeProcess(process, home);
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the process ignores SIGTERM");
        }
        return process.exitValue();
    }

    /** Also clears what a killed node leaves in memory: nobody starts in this home any more. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        IoUtil.delete(new File(NodeAddress.read(home).aeronDirectory()), true);
    }
}
