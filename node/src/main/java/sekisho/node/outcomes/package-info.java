/**
 * The writing side of the outcome log: what the engine answered and changed, step by step, in segment files that
 * readers of any process can follow.
 *
 * <p>{@link sekisho.node.outcomes.OutcomeLog} appends, and compares while the command log is replayed. {@code
 * OutcomeWriter} is the thread that writes, behind a bounded ring; {@code SegmentFile} is what it writes to, {@code Segment}
 * what is compared with, {@code Sealer} syncs and seals.
 * {@link sekisho.node.outcomes.OutcomesDiffer} says that a replay did not give what was recorded.
 * {@link sekisho.node.outcomes.SealedSegments} are the segments that will not change any more.
 *
 * <p><b>Rules.</b> The engine never waits for the file system, unless the ring is full. Nothing is synced step by step: the command log is synced, and brings forth the same outcomes again.
 * What lies below a snapshot's offset was synced before that snapshot got its name.
 *
 * <p><b>Not here.</b> The layout of a segment ({@code sekisho.wire.home}), the records inside a frame
 * ({@code sekisho.wire}), reading (module {@code gateway}).
 */
@NullMarked
package sekisho.node.outcomes;

import org.jspecify.annotations.NullMarked;
