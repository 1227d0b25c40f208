/**
 * Other processes of this program, for drills and benchmarks.
 *
 * <p>{@link sekisho.cli.child.Child} is one with any verb, {@link sekisho.cli.child.RunningChild} one that runs everything.
 *
 * <p><b>Rules.</b> A child has the same Java, settings and classes as this process. What was not closed is killed.
 *
 * <p><b>Not here.</b> What they are for.
 */
@NullMarked
package sekisho.cli.child;

import org.jspecify.annotations.NullMarked;
