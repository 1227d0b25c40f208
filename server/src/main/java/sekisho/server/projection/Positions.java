package sekisho.server.projection;

import java.time.Duration;

/** How far the projection has come. Any thread; made for virtual ones. */
public interface Positions {

    /** Everything up to this position of the log can be read. 0: nothing was projected so far. */
    long projected();

    /**
     * Waits until everything up to a position can be read.
     *
     * @param position as an answer said it
     * @return false: it was not there in time, or the thread was interrupted
     */
    boolean await(long position, Duration atMost);
}
