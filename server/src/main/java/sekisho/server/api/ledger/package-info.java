/** An operator's own postings and holds, and the house's accounts. */
@NullMarked
package sekisho.server.api.ledger;

import org.jspecify.annotations.NullMarked;
