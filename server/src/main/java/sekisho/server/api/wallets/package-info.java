/** Wallets: opened, frozen, closed and read. */
@NullMarked
package sekisho.server.api.wallets;

import org.jspecify.annotations.NullMarked;
