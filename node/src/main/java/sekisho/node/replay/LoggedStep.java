package sekisho.node.replay;

import java.util.List;
import sekisho.protocol.Request;

/**
 * One step of the command log.
 *
 * @param position where it ends in the log: its place in the outcome log too
 * @param stamp the log's time (ms)
 * @param requests none: a tick
 */
public record LoggedStep(long position, long stamp, List<Request> requests) {

    /** The number of the cluster's one timer: what it says is a tick. */
    public static final long TICK = 1;
}
