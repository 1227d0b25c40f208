package sekisho.node;

/** What to do after a node has stopped because its engine or its recording failed. Runs on a thread of its own. */
@FunctionalInterface
public interface OnHalt {

    /** Nothing: who embeds the node asks {@link Node#failure()}. */
    OnHalt STAY = _ -> {};

    /** Ends the process at once, with exit code 70: nothing may run any more that could act on a wrong state. */
    OnHalt END_PROCESS = _ -> Runtime.getRuntime().halt(70);

    /** The node has stopped, for this cause. */
    void halted(Throwable cause);
}
