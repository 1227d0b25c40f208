package sekisho.server.projection;

/**
 * What the log says does not follow from what is projected already: another home's log, a part of the log missing, or
 * tables that somebody changed. Nothing of it is projected.
 */
final class DoesNotFit extends IllegalStateException {
    private static final long serialVersionUID = 1;

    DoesNotFit(String message) {
        super(message);
    }
}
