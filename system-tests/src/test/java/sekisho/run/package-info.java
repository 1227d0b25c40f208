/** The start script as people use it: real processes, signals, and the README's own lines. */
@NullMarked
package sekisho.run;

import org.jspecify.annotations.NullMarked;
