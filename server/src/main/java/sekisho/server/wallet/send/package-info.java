/** Sending money to a person by handle: what is wanted, a page to look it over, done. */
@NullMarked
package sekisho.server.wallet.send;

import org.jspecify.annotations.NullMarked;
