package sekisho.cli.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.benchmarks.Progress;
import sekisho.node.HomeInUse;
import sekisho.node.OtherNode;
import sekisho.protocol.StateRecord;
import sekisho.wire.home.NodeAddress;
import sekisho.wire.home.ServerAddress;

/** The node of a server that runs in the home already. What the import is told of the projection is the server's word. */
final class ServersNode implements Host {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BESIDE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Path home;
    private final NodeAddress node;
    private final ProjectionNews news;
    private final long positionBefore;
    private String beside = "";
    private long besideUntil = System.nanoTime();

    private ServersNode(Path home, NodeAddress node, ProjectionNews news, long positionBefore) {
        this.home = home;
        this.node = node;
        this.news = news;
        this.positionBefore = positionBefore;
    }

    /**
     * Finds the server that has a home.
     *
     * @param use how the home was refused
     * @throws ImportFailed if it is no server that has it
     */
    static ServersNode find(Path home, HomeInUse use) throws ImportFailed, IOException {
        Optional<ServerAddress> server = ServerAddress.read(home);
        if (server.isEmpty() || server.get().pid() != use.pid()) {
            throw new ImportFailed(
                    use.getMessage() + ", which is no server that is ready: stop it, or use another --home", use);
        }
        var news = new ProjectionNews(home);
        ProjectionNews.Item first = news.read();
        if (first == null) {
            news.close();
            throw new ImportFailed("the server in process " + use.pid() + " does not answer at "
                    + server.get().url());
        }
        return new ServersNode(home, NodeAddress.read(home), news, first.position());
    }

    @Override
    public NodeAddress address() {
        return node;
    }

    @Override
    public long position() {
        return positionBefore;
    }

    /** How far the projection is behind, looked at once a second. */
    @Override
    public String beside() {
        if (System.nanoTime() - besideUntil >= 0) {
            ProjectionNews.Item now = news.read();
            beside = now == null
                    ? "the server does not answer"
                    : String.format(Locale.ROOT, "projection %,d steps behind (%.1f s)", now.steps(), now.seconds());
            besideUntil = System.nanoTime() + BESIDE_NANOS;
        }
        return beside;
    }

    @Override
    public void awaitRead(long position, Progress progress) throws ImportFailed {
        ProjectionNews.@Nullable Item first = news.read();
        long total = first == null ? 0 : first.steps();
        long heard = System.nanoTime();
        try (Progress.Task task = progress.begin("projection", total)) {
            while (true) {
                ProjectionNews.Item now = news.read();
                if (now != null) {
                    heard = System.nanoTime();
                    if (now.position() >= position) {
                        return;
                    }
                    task.reached(Math.max(0, total - now.steps()));
                } else if (System.nanoTime() - heard > PATIENCE_NANOS) {
                    throw new ImportFailed("the server of " + home
                            + " does not answer any more. All rows are in the log; importing again shows the report.");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    @Override
    public void export(Consumer<StateRecord> to) throws IOException, TimeoutException {
        new OtherNode(NodeAddress.read(home)).export(to);
    }

    @Override
    public void close() {
        news.close();
    }
}
