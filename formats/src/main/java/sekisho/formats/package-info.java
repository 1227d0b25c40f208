/** Formats of the field, pure codecs: no state, no input or output beyond what is handed in. */
@NullMarked
package sekisho.formats;

import org.jspecify.annotations.NullMarked;
