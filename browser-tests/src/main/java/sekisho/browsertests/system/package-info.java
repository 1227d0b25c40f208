/**
 * A system as a user starts it. {@link sekisho.browsertests.system.RunningSystem} runs the start script in a process of its
 * own and knows where its {@link sekisho.browsertests.system.Site}s are. It starts nothing in this process and reads nothing
 * from the system's memory or tables.
 */
@NullMarked
package sekisho.browsertests.system;

import org.jspecify.annotations.NullMarked;
