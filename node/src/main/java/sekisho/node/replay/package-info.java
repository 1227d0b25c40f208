/**
 * Reads the command log of a home from its files, and brings an engine to any moment of the past. Nothing is written, nothing is
 * connected to: a home is read whether a node runs in it or not.
 *
 * <p>{@code CommandLogReader} reads {@link sekisho.node.replay.LoggedStep}s out of the files that Aeron Archive
 * writes, those that were moved to the archive folder too. {@link sekisho.node.replay.Replay} takes the newest whole snapshot
 * before a step, or the log's beginning, and applies what follows: what comes of it is a {@link sekisho.node.replay.Moment}.
 *
 * <p><b>Rules.</b> Only steps that the outcome log shows are asked for: what is recorded there is committed, and what lies behind
 * it in the command log may not be. Bytes that are no frame are passed over, as the node passes them over.
 *
 * <p><b>Not here.</b> Finding a request ({@code cli} reads the outcome log for that); running a node ({@code sekisho.node}).
 */
@NullMarked
package sekisho.node.replay;

import org.jspecify.annotations.NullMarked;
