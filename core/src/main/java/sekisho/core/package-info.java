/**
 * The engine. {@link sekisho.core.Core} applies the steps of the log to its state: deciding, limiting, holding and booking a
 * movement of money happen in one step, so no limit can be raced and every decision can be replayed to the same bytes.
 *
 * <p>The way of a request: {@link sekisho.core.Core#frame} → {@code Step} (clock, overdue, one by one) → {@code Seen} (answered
 * before?) or {@code Chains} (all or nothing) → {@code decide} (one class a family) → {@code ledger}, {@code limits},
 * {@code banks}, {@code payments} → {@link sekisho.core.Sink} (events, then the answer).
 *
 * <p><b>Rules.</b> docs/rules.md says what is decided. No clock, no chance, no thread, no input or output, no floating point;
 * nothing is done in the order of a hash. What throws is a bug, and stops the host.
 *
 * <p><b>Not here.</b> Bytes ({@code wire}), hosting and logs ({@code node}), people (nowhere but in PostgreSQL).
 */
@NullMarked
package sekisho.core;

import org.jspecify.annotations.NullMarked;
