package sekisho.node.snapshots;

/**
 * A snapshot that is whole, synced and has its name.
 *
 * @param pointer where it was taken
 * @param records how many it holds
 * @param bytes size of the file
 * @param millis from the start of writing until it was durable
 * @param fingerprint of the state in it
 */
public record WrittenSnapshot(SnapshotPointer pointer, long records, long bytes, double millis, String fingerprint) {}
