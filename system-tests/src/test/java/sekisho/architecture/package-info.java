/**
 * The build's rules as tests: which module may use which, and what the engine may never call.
 *
 * <p>{@link sekisho.architecture.ModuleArrowsTest} holds the arrows, {@link sekisho.architecture.CoreBannedCallsTest}
 * the bans ({@link sekisho.architecture.BannedCalls}) and the proof that each ban bites, on the offenders in
 * {@link sekisho.architecture.Offenders}. What they can't see: local variables of a type without calls, and
 * {@code synchronized} blocks.
 */
@NullMarked
package sekisho.architecture;

import org.jspecify.annotations.NullMarked;
