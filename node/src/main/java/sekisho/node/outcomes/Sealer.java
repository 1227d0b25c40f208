package sekisho.node.outcomes;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Syncs and seals segments on one thread of its own, in the order in which it was told to. A segment that could not be
 * sealed stays unsealed, and is sealed when the log is resumed after the next start.
 */
final class Sealer {
    private static final System.Logger LOG = System.getLogger(Sealer.class.getName());

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sekisho-sealer").daemon().factory());

    Future<?> force(@Nullable Segment segment) {
        return thread.submit(() -> {
            if (segment != null) {
                segment.force();
            }
        });
    }

    void seal(Segment segment) {
        thread.execute(() -> {
            try {
                segment.force();
                SealedSegments.seal(segment.file());
            } catch (IOException e) {
                LOG.log(Level.ERROR, "a segment of the outcome log could not be sealed: " + segment.file(), e);
            } finally {
                segment.close();
            }
        });
    }

    void close(@Nullable Segment last) {
        if (last != null) {
            thread.execute(() -> {
                last.force();
                last.close();
            });
        }
        thread.close();
    }
}
