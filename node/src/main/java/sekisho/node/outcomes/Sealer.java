package sekisho.node.outcomes;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Syncs and seals segments on one thread of its own, in the order in which it was told to. A segment that could not be
 * sealed stays unsealed, and is sealed when the log is resumed after the next start.
 */
final class Sealer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sealer.class.getName());

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sekisho-sealer").daemon().factory());

    /** Syncs a segment, if there is one; the future is done then. */
    void force(@Nullable Path segment, CompletableFuture<Void> done) {
        thread.execute(() -> {
            try {
                if (segment != null) {
                    sync(segment);
                }
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
    }

    /** Syncs a segment that is complete, and seals it. */
    void seal(Path segment) {
        thread.execute(() -> {
            try {
                sync(segment);
                SealedSegments.seal(segment);
            } catch (IOException e) {
                LOG.log(Level.ERROR, "a segment of the outcome log could not be sealed: " + segment, e);
            }
        });
    }

    /** Waits for what it was told to do. */
    @Override
    public void close() {
        thread.close();
    }

    private static void sync(Path segment) throws IOException {
        try (var channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            channel.force(false);
        }
    }
}
