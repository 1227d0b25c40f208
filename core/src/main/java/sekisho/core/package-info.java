/**
 * The engine: one deterministic function from the state, a command and the time it is told to a new state, an
 * answer and events. It holds the ledger, the request journal, wallets, links, limits and deadlines. It has no clock,
 * no chance, no threads, no input or output and no logger, and never iterates in hash order; a test refuses them.
 */
@NullMarked
package sekisho.core;

import org.jspecify.annotations.NullMarked;
