package sekisho.node.snapshots;

import sekisho.core.Core;

/**
 * An engine that was restored from a verified file.
 *
 * @param core the engine as it was then
 * @param records how many the file held
 * @param bytes size of the file
 * @param millis from opening the file until the engine was ready
 */
public record RestoredSnapshot(Core core, SnapshotPointer pointer, long records, long bytes, double millis) {}
