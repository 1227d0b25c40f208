/** What tests of the server share: one running server, callers, and a world with wallets, merchants and banks. */
@NullMarked
package sekisho.server.testing;

import org.jspecify.annotations.NullMarked;
