/**
 * Finds a decision in the log of a home, and says why it was made.
 *
 * <p>{@link sekisho.cli.explain.DecisionSearch} finds the {@link sekisho.cli.explain.Decision} with an id in the outcome log;
 * {@link sekisho.cli.explain.Why} has the engine brought to just before it and asked for its reasons, holds what follows from them
 * against what was answered, and tells both: {@link sekisho.cli.explain.WhyJson} for programs, {@link sekisho.cli.explain.WhyText}
 * for people.
 *
 * <p><b>Rules.</b> JSON holds every input of every guard and no verdict of one: whoever reads it can decide again. Nothing is
 * changed in the home, and a node may run in it. There is no personal data in the log, so there is none in what is told.
 *
 * <p><b>Not here.</b> Replaying ({@code node}), the guards ({@code core.explain}).
 */
@NullMarked
package sekisho.cli.explain;

import org.jspecify.annotations.NullMarked;
