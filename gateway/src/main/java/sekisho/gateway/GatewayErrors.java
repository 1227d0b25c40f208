package sekisho.gateway;

import java.lang.System.Logger.Level;

/** What goes wrong on the gateway's thread and belongs to no frame, such as a listener that throws. */
final class GatewayErrors {
    private static final System.Logger LOG = System.getLogger(GatewayErrors.class.getName());

    private GatewayErrors() {}

    static void report(Throwable error) {
        LOG.log(Level.WARNING, "on the gateway''s thread", error);
    }
}
