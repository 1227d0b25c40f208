/**
 * What a node and the programs beside it share on disk: where things lie in a node's home, how a node says where it can
 * be reached, and how the outcome log is laid out in its segment files.
 *
 * <p>{@link sekisho.wire.home.HomeLayout} names the folders. {@link sekisho.wire.home.NodeAddress} is what a gateway
 * needs to connect, and its file; {@link sekisho.wire.home.ServerAddress} likewise for HTTP. {@link sekisho.wire.home.OutcomeSegment} is the layout of a segment of the outcome
 * log. {@link sekisho.wire.home.ReaderMarks} are the files by which readers say how far they have read, so that nothing
 * is purged before them.
 *
 * <p><b>Rules.</b> Formats only grow. A file is written under another name, synced and renamed, so that a reader sees
 * all of it or none.
 *
 * <p><b>Not here.</b> Who writes and who reads: modules {@code node} and {@code gateway}.
 */
@NullMarked
package sekisho.wire.home;

import org.jspecify.annotations.NullMarked;
