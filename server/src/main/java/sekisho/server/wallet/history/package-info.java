/** The history of a wallet: searching, filters, the balance after each line, and a file of all of it; and receipts. */
@NullMarked
package sekisho.server.wallet.history;

import org.jspecify.annotations.NullMarked;
