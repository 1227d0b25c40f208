/** The first page of the wallet: what there is, what is on its way, what was spent, what came last. */
@NullMarked
package sekisho.server.wallet.home;

import org.jspecify.annotations.NullMarked;
