/** To be written. */
@NullMarked
package sekisho.server;

import org.jspecify.annotations.NullMarked;
