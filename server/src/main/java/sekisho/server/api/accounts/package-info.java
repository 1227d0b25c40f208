/** The operator's own accounts: fees, settlement, suspense and the rest. */
@NullMarked
package sekisho.server.api.accounts;

import org.jspecify.annotations.NullMarked;
