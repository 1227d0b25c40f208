package sekisho.node;

/**
 * What the node does by itself from time to time.
 *
 * @param snapshotEvery takes a snapshot when the command log has grown by so many bytes; 0: only when told to
 * @param purge moves what both retained snapshots and all readers have left behind from the logs to the archive folder
 * @param leastFree with fewer bytes free on the home's disk, gateways are told to send nothing
 */
public record Upkeep(long snapshotEvery, boolean purge, long leastFree) {

    /** Half a gibibyte of log is replayed in some seconds. */
    public static final Upkeep STANDARD = new Upkeep(512L << 20, true, 1L << 30);

    /** Does nothing by itself. */
    public static final Upkeep BY_HAND = new Upkeep(0, false, 1L << 30);
}
