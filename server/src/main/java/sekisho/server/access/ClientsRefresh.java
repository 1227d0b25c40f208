package sekisho.server.access;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.springframework.dao.DataAccessException;

/** Reads the clients anew every few seconds, for what another process changed. */
final class ClientsRefresh implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ClientsRefresh.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clients clients;
    private final Thread thread;

    ClientsRefresh(Clients clients) {
        this.clients = clients;
        this.thread = Thread.ofVirtual().name("sekisho-clients").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                refresh();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            clients.refresh();
        } catch (DataAccessException e) {
            // What was read last goes on to count: tokens end within minutes, and readiness tells of the database.
            LOG.log(Level.WARNING, "The clients could not be read anew", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
