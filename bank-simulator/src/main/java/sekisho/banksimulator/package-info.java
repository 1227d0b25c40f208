/** To be written. */
@NullMarked
package sekisho.banksimulator;

import org.jspecify.annotations.NullMarked;
