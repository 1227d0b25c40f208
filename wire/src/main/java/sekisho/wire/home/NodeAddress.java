package sekisho.wire.home;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where a node can be reached.
 *
 * @param home the node's home; what a gateway on the same machine reads outcomes from
 * @param ingressEndpoints all members of the cluster, as {@code 0=host:port,1=host:port}
 * @param aeronDirectory of the node's media driver: a gateway in the same process shares it
 * @param pid the node's process
 */
public record NodeAddress(Path home, String ingressEndpoints, String aeronDirectory, long pid) {

    /** Whether the node runs in this very process. */
    public boolean inThisProcess() {
        return pid == ProcessHandle.current().pid();
    }

    /** Writes the address into the home, where {@link #read} finds it. */
    public void write() throws IOException {
        SafeFiles.write(
                new HomeLayout(home).address(),
                "ingress=" + ingressEndpoints + "\naeron=" + aeronDirectory + "\npid=" + pid + "\n");
    }

    /**
     * The address that the node in this home wrote when it became ready last.
     *
     * @throws java.nio.file.NoSuchFileException if none ever did
     */
    public static NodeAddress read(Path home) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(Files.readString(new HomeLayout(home).address())));
        return new NodeAddress(
                home, value(lines, "ingress"), value(lines, "aeron"), Long.parseLong(value(lines, "pid")));
    }

    private static String value(Properties lines, String name) throws IOException {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IOException("a node's address lacks a line: " + name);
        }
        return value;
    }
}
