/** Merchants: opened, frozen, closed and read. */
@NullMarked
package sekisho.server.api.merchants;

import org.jspecify.annotations.NullMarked;
