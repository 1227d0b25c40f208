/** What a person was told. */
@NullMarked
package sekisho.server.wallet.inbox;

import org.jspecify.annotations.NullMarked;
