package sekisho.node;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Watches disk and log, and does from time to time what {@link Upkeep} says. A thread of its own. */
final class UpkeepLoop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(UpkeepLoop.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Node node;
    private final NodeSettings settings;
    private final EngineWatch watch;
    private final Thread thread;
    private volatile boolean closed;
    private long lastSnapshot;

    UpkeepLoop(Node node, NodeSettings settings, EngineWatch watch) {
        this.node = node;
        this.settings = settings;
        this.watch = watch;
        this.lastSnapshot = node.restored().map(RestoreReport::position).orElse(0L);
        this.thread = Thread.ofPlatform().name("sekisho-upkeep").daemon().start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        Threads.awaitEnd(thread);
    }

    private void run() {
        while (!closed) {
            try {
                watchDisk();
                snapshotWhenGrown();
            } catch (IOException | RuntimeException e) {
                if (!closed) {
                    LOG.log(Level.WARNING, "upkeep failed; it is tried again", e);
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void watchDisk() throws IOException {
        long free = Files.getFileStore(settings.home()).getUsableSpace();
        boolean accepting = free >= settings.upkeep().leastFree();
        if (accepting != watch.accepting()) {
            LOG.log(Level.WARNING, "bytes free on the home''s disk: {0}; accepting requests: {1}", free, accepting);
            watch.accept(accepting);
        }
    }

    private void snapshotWhenGrown() {
        long every = settings.upkeep().snapshotEvery();
        if (every == 0 || watch.position() - lastSnapshot < every) {
            return;
        }
        lastSnapshot = node.snapshot().position();
        if (settings.upkeep().purge()) {
            node.purge();
        }
    }
}
