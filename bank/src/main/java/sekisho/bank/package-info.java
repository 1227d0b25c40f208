/** To be written. */
@NullMarked
package sekisho.bank;

import org.jspecify.annotations.NullMarked;
