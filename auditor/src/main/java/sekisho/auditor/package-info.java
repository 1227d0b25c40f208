/**
 * An independent second opinion: reads what the engine answered and recorded, and checks it against the laws of the
 * ledger with bookkeeping of its own. It shares no code with the core, only the protocol's types.
 */
@NullMarked
package sekisho.auditor;

import org.jspecify.annotations.NullMarked;
