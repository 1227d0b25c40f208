/** What a bank's description says before it is put into force, and what the engine makes of it. */
@NullMarked
package sekisho.descriptions;

import org.jspecify.annotations.NullMarked;
