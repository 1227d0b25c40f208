package sekisho.node;

/**
 * What a snapshot took.
 *
 * @param position in the command log: all steps up to it are in the snapshot
 * @param records how many it holds
 * @param bytes size of its file
 * @param writeMillis from the start of writing, in the background, until it was durable
 * @param stallMillis longest time that the engine or the log stood still because of it
 * @param fingerprint of the state in it
 */
public record SnapshotReport(
        long position, long records, long bytes, double writeMillis, double stallMillis, String fingerprint) {}
