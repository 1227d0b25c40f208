package sekisho.node;

/**
 * What the node started from.
 *
 * @param position of the snapshot in the command log; the log behind it was replayed
 * @param records in the snapshot
 * @param bytes size of its file
 * @param millis to read, verify and restore it
 */
public record RestoreReport(long position, long records, long bytes, double millis) {}
