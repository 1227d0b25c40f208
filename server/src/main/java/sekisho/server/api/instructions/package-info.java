/** Top-ups and cash-outs: what banks are told to do. */
@NullMarked
package sekisho.server.api.instructions;

import org.jspecify.annotations.NullMarked;
