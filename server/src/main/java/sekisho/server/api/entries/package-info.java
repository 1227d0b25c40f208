/** Balances, entries and statements, whoever owns the account. */
@NullMarked
package sekisho.server.api.entries;

import org.jspecify.annotations.NullMarked;
