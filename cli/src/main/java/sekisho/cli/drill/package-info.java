/**
 * Drills: real processes are killed, and what they had promised is held against what the log says.
 *
 * <p>{@link sekisho.cli.drill.KillDrill} kills imports, {@link sekisho.cli.drill.KillRunDrill} whole servers; {@link sekisho.cli.drill.KillSettings} says how often,
 * {@link sekisho.cli.drill.KillReport} what came of it. {@link sekisho.cli.drill.ImportChild} imports in a process of its own,
 * {@link sekisho.cli.drill.Ending} is what an import's JSON says, {@link sekisho.cli.drill.Promises} what a client may rely on.
 *
 * <p><b>Not here.</b> Crashes inside one process under a seed: module {@code simulation}.
 */
@NullMarked
package sekisho.cli.drill;

import org.jspecify.annotations.NullMarked;
