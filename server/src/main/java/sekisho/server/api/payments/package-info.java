/** Money from wallets to merchants, and back. */
@NullMarked
package sekisho.server.api.payments;

import org.jspecify.annotations.NullMarked;
