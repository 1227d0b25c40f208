/**
 * The writing side of the outcome log: what the engine answered and changed, step by step, in segment files that
 * readers of any process can follow.
 *
 * <p>{@link sekisho.node.outcomes.OutcomeLog} appends, and compares while the command log is replayed.
 * {@link sekisho.node.outcomes.OutcomesDiffer} says that a replay did not give what was recorded.
 * {@link sekisho.node.outcomes.SealedSegments} are the segments that will not change any more.
 *
 * <p><b>Rules.</b> Nothing is synced step by step: the command log is synced, and brings forth the same outcomes again.
 * What lies below a snapshot's offset was synced before that snapshot got its name.
 *
 * <p><b>Not here.</b> The layout of a segment ({@code sekisho.wire.home}), the records inside a frame
 * ({@code sekisho.wire}), reading (module {@code gateway}).
 */
@NullMarked
package sekisho.node.outcomes;

import org.jspecify.annotations.NullMarked;
