/** Money from wallet to wallet. */
@NullMarked
package sekisho.server.api.transfers;

import org.jspecify.annotations.NullMarked;
