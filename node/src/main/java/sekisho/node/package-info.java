/**
 * Hosts the engine in Aeron Cluster: stamps and orders commands, gives them to the core, records the outcomes, takes
 * and reads snapshots. It decides nothing about money.
 *
 * <p><b>For others.</b> {@link sekisho.node.Node} is a running node, started with {@link sekisho.node.NodeSettings}
 * ({@link sekisho.node.ClusterMembers}, {@link sekisho.node.LogSizes}, {@link sekisho.node.Idling},
 * {@link sekisho.node.Upkeep}, {@link sekisho.node.OnHalt}). {@link sekisho.node.HomeInUse} and
 * {@link sekisho.node.NodeHalted} are how it refuses. {@link sekisho.node.SnapshotReport},
 * {@link sekisho.node.RestoreReport}, {@link sekisho.node.PurgeReport} and {@link sekisho.node.NodeCounts} tell what it
 * did.
 *
 * <p><b>Inside.</b> {@code ClusterHost} runs Aeron's parts. {@code EngineService} is the engine as Aeron sees it,
 * with {@code StepRecorder} listening to each step and {@code Egress} sending the answers. {@code Recovery} chooses the
 * snapshot to start from, {@code SnapshotTaker} and {@code SnapshotTrigger} make new ones, {@code Retention} moves away
 * what they have made dispensable. {@code Timekeeper} tells the engine time and days through the log.
 *
 * <p><b>Rules.</b> Whatever the core or the recording throws stops the node: Aeron alone would report it and go on.
 * Bytes that are no frame are no failure: they change nothing, now and in every replay. The engine's thread never waits
 * for a client, and does no work that can be done behind its back. One process has one home, by the operating
 * system's lock.
 *
 * <p><b>Not here.</b> Connecting to a node and reading its outcomes (module {@code gateway}); running three members in
 * practice, though their configuration exists.
 */
@NullMarked
package sekisho.node;

import org.jspecify.annotations.NullMarked;
