/** The linked accounts of a wallet, and choosing a bank for another. */
@NullMarked
package sekisho.server.wallet.links;

import org.jspecify.annotations.NullMarked;
