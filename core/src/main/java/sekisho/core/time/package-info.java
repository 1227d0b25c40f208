/**
 * Time as the engine knows it: told by the log, kept in state, never read from a clock.
 *
 * <ul>
 *   <li>{@link sekisho.core.time.Clock}: what time it is, whether it can be trusted, and which calendar day;
 *   <li>{@link sekisho.core.time.Deadlines}: what falls due, earliest first.
 * </ul>
 *
 * <p><b>Rules.</b> Milliseconds since 1970. Time never goes back. A jump of over 60 seconds halts everything until an
 * operator confirms it. A deadline that has passed counts as passed although nobody processed it yet.
 */
@NullMarked
package sekisho.core.time;

import org.jspecify.annotations.NullMarked;
