package sekisho.server.projection;

/**
 * What the projector does.
 *
 * @param detail why it does not follow, a sentence; empty if it follows
 */
public record ProjectorStatus(State state, String detail) {

    /** Whether it follows the log. */
    public enum State {
        /** It looks for its place in the log. */
        STARTING,
        /** It follows the log. */
        FOLLOWING,
        /** The database is away, or somebody else writes to it: it tries again. */
        WAITING,
        /** The log or the tables cannot be trusted: it has stopped, and a person must look. */
        FAILED,
        /** It was told to stop. */
        STOPPED
    }

    static ProjectorStatus of(State state) {
        return new ProjectorStatus(state, "");
    }
}
