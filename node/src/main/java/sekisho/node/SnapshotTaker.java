package sekisho.node;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.Core;
import sekisho.core.Image;
import sekisho.node.snapshots.SnapshotFiles;
import sekisho.node.snapshots.SnapshotPointer;
import sekisho.node.snapshots.WrittenSnapshot;
import sekisho.protocol.StateRecord;

/**
 * Takes snapshots of the engine: freezes it on its own thread, and exports the image on another while it goes on. One
 * image at a time: a snapshot that the log asks for while another image is open gets no file, and the next start passes
 * over it.
 */
final class SnapshotTaker implements AutoCloseable {
    private final SnapshotFiles files;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sekisho-snapshots").daemon().factory());
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<@Nullable CompletableFuture<Image>> wanted = new AtomicReference<>();
    private volatile CompletableFuture<WrittenSnapshot> latest =
            CompletableFuture.failedFuture(new IllegalStateException("no snapshot was taken yet"));

    SnapshotTaker(SnapshotFiles files) {
        this.files = files;
    }

    /**
     * Freezes the engine and begins to write. Engine's thread.
     *
     * @param outcomesForced done when the outcomes below the pointer's offset are durable
     */
    void take(Core core, SnapshotPointer pointer, Future<?> outcomesForced) {
        if (files.isWritten(pointer.position())) {
            return; // The log is being replayed.
        }
        if (!busy.compareAndSet(false, true)) {
            latest = CompletableFuture.failedFuture(new IllegalStateException("another image of the engine is open"));
            return;
        }
        Image image = core.freeze();
        latest = CompletableFuture.supplyAsync(() -> write(pointer, image, outcomesForced), writer);
    }

    /** Freezes the engine for somebody who asked with {@link #export}. Engine's thread, often. */
    boolean serve(Core core) {
        if (wanted.getPlain() == null) {
            return false;
        }
        var image = wanted.getAndSet(null);
        if (image != null) {
            image.complete(core.freeze());
        }
        return true;
    }

    /** Exports the state as it is at some moment after the call, on the caller's thread. One caller at a time. */
    void export(Consumer<StateRecord> to) throws InterruptedException, ExecutionException {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("another image of the engine is open");
        }
        try {
            var image = new CompletableFuture<Image>();
            wanted.set(image);
            try (var frozen = image.get()) {
                frozen.export(to);
            }
        } finally {
            busy.set(false);
        }
    }

    /** The snapshot that was begun last. Any thread. */
    CompletableFuture<WrittenSnapshot> latest() {
        return latest;
    }

    /** Whether an image of the engine is open. */
    boolean busy() {
        return busy.get();
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        writer.close();
    }

    private WrittenSnapshot write(SnapshotPointer pointer, Image image, Future<?> outcomesForced) {
        try (image) {
            outcomesForced.get();
            return files.write(pointer, image);
        } catch (IOException | ExecutionException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } finally {
            busy.set(false);
        }
    }
}
