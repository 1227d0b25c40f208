/**
 * Everything in one process: {@code ./sekisho run}, and what is done beside it.
 *
 * <p>{@link sekisho.cli.run.Running} starts node, database, simulated banks and server, watches them, and stops them in
 * order; {@link sekisho.cli.run.RunSettings} say what to run; {@link sekisho.cli.run.Profile} for what. {@link sekisho.cli.run.CannotRun} is how it refuses.
 * {@link sekisho.cli.run.StopSignal} hears SIGTERM and Ctrl-C. {@link sekisho.cli.run.DatabaseChoice} says which database,
 * {@link sekisho.cli.run.LogOutput} where logs go, {@link sekisho.cli.run.Welcome} what people read first.
 *
 * <p><b>Inside.</b> A {@code Part} starts on a thread of its own. {@code HomeFolder} looks at the folders, {@code ProductionGate} at everything that production refuses,
 * {@code Troubles} makes sentences of what went wrong. {@code DemoBanks} are the banks that do not exist,
 * {@code DemoEntries} what the engine is told of them. {@code NodeMetrics} are the node's counts.
 *
 * <p><b>Rules.</b> All state lies below the home, which one process has; secrets lie beside it. A part that stops by itself stops the rest, with
 * a sentence. Nothing that was answered depends on a stop in order: that only makes the next start shorter.
 *
 * <p><b>Not here.</b> The parts themselves; several processes.
 */
@NullMarked
package sekisho.cli.run;

import org.jspecify.annotations.NullMarked;
