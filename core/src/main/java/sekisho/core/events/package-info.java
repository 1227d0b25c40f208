/**
 * How the engine tells what it changed: {@link sekisho.core.events.Events} passes each event on at once, or keeps the
 * events of a chain until it is known to hold.
 */
@NullMarked
package sekisho.core.events;

import org.jspecify.annotations.NullMarked;
