package sekisho.node;

/** The node has stopped by itself: the engine, the recording of its outcomes, or the cluster failed. */
public final class NodeHalted extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NodeHalted(Throwable cause) {
        super("the node has halted", cause);
    }
}
