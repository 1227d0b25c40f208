package sekisho.gateway;

/** Which queue a frame waits in. Single frames go first, so that they stay quick beside a full load of bulk frames. */
public enum Lane {
    /** Somebody is waiting for it: one command, or one chain. */
    SINGLE,
    /** Many requests in one frame; only a few such frames are on their way at a time. */
    BULK
}
