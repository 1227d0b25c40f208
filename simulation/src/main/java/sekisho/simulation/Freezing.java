package sekisho.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A snapshot in the making: exported by another thread while the engine goes on. */
final class Freezing {

    private static final Executor THREADS =
            task -> Thread.ofPlatform().daemon().name("export").start(task);

    private final Engine.Frozen frozen;
    private final String fingerprint;
    private final CompletableFuture<Snapshot> exported;
    private final int logged;

    /**
     * @param logged how many steps of the log the state contains
     * @param fingerprint of the state at that time
     */
    Freezing(Engine.Frozen frozen, int logged, String fingerprint) {
        this.frozen = frozen;
        this.logged = logged;
        this.fingerprint = fingerprint;
        exported = CompletableFuture.supplyAsync(() -> Snapshot.of(frozen), THREADS);
    }

    int logged() {
        return logged;
    }

    /** Waits for the other thread. What it exported is the state at the time of the freeze, not a later one. */
    Snapshot finish() {
        try {
            Snapshot snapshot = exported.join();
            if (!snapshot.fingerprint().equals(fingerprint)) {
                throw new Violation("a frozen state changes while the engine goes on: " + fingerprint + " became "
                        + snapshot.fingerprint());
            }
            return snapshot;
        } catch (CompletionException e) {
            throw new Violation("a frozen state cannot be exported while the engine goes on", e);
        } finally {
            frozen.close();
        }
    }
}
