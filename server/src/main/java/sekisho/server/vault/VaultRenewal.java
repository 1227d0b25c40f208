package sekisho.server.vault;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Seals and indexes under the newest key what lies under older ones, while the server runs. What is not done yet stays readable by its old
 * key; whoever stops it loses nothing, and the next start goes on. Several servers of a database may do it at once: give all of them the
 * new key first.
 */
final class VaultRenewal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(VaultRenewal.class.getName());
    private static final int AT_ONCE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Vault vault;
    private @Nullable Thread thread;

    VaultRenewal(Vault vault) {
        this.vault = vault;
    }

    /** Begins, in a thread of its own. */
    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("vault-renewal").start(this::run);
        }
    }

    private void run() {
        long renewed = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                int some = vault.renew(AT_ONCE);
                renewed += some;
                if (some == 0) {
                    if (renewed > 0) {
                        LOG.log(Level.INFO, "{0} values of the vault lie under its newest key now", renewed);
                    }
                    return;
                }
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "values of the vault stay under an older key for now", e);
                if (!rest()) {
                    return;
                }
            }
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops it between two values; none is left half done. */
    @Override
    public synchronized void close() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(LONGEST_STOP);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
