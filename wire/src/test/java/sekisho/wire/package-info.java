/** Tests of the bytes: round trips of every type, frozen old bytes, damaged bytes, sizes. */
@NullMarked
package sekisho.wire;

import org.jspecify.annotations.NullMarked;
