/**
 * The engine's snapshots: files of their own, written in the background from a frozen image while the engine goes on.
 *
 * <p>{@link sekisho.node.snapshots.SnapshotPointer} says what a snapshot belongs to; it is all that Aeron's own snapshot
 * holds. {@link sekisho.node.snapshots.SnapshotFiles} are the files of one node: written, read, verified, thinned out.
 * {@link sekisho.node.snapshots.WrittenSnapshot} and {@link sekisho.node.snapshots.RestoredSnapshot} tell what it took.
 * {@link sekisho.node.snapshots.DamagedSnapshot} is a file that must not be used.
 *
 * <p><b>Rules.</b> A file has its final name only when it is whole and synced. A file is used only if every block's
 * checksum, the number of records and the fingerprint over all of them are right. The format only grows.
 *
 * <p><b>Not here.</b> When a snapshot is taken, and which one is restored: {@code sekisho.node}.
 */
@NullMarked
package sekisho.node.snapshots;

import org.jspecify.annotations.NullMarked;
