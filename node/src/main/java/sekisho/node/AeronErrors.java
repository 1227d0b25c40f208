package sekisho.node;

import io.aeron.cluster.service.ClusterTerminationException;
import io.aeron.exceptions.AeronEvent;
import java.lang.System.Logger.Level;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.AgentTerminationException;

/** Writes what Aeron reports to the log, with the part of the node that it came from. */
final class AeronErrors implements ErrorHandler {
    private static final System.Logger LOG = System.getLogger(AeronErrors.class.getName());

    private final String part;

    AeronErrors(String part) {
        this.part = part;
    }

    @Override
    public void onError(Throwable error) {
        switch (error) {
            case AeronEvent event -> LOG.log(Level.INFO, "{0}: {1}", part, event.getMessage());
            case ClusterTerminationException expected -> LOG.log(Level.INFO, "{0}: {1}", part, expected.getMessage());
            case AgentTerminationException ended -> LOG.log(Level.WARNING, "{0}: {1}", part, ended.getMessage());
            default -> LOG.log(Level.WARNING, part + ": " + error.getMessage(), error);
        }
    }
}
