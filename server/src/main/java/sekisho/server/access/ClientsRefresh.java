package sekisho.server.access;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;

/** Reads the clients anew every few seconds, for what another process changed. */
final class ClientsRefresh implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ClientsRefresh.class.getName());
    private static final long SECONDS = 10;

    private final Clients clients;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sekisho-clients").factory());

    ClientsRefresh(Clients clients) {
        this.clients = clients;
        timer.scheduleWithFixedDelay(this::refresh, SECONDS, SECONDS, TimeUnit.SECONDS);
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
        timer.shutdownNow();
    }
}
