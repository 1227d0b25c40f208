/**
 * Banks as the engine sees them.
 *
 * <ul>
 *   <li>{@link sekisho.core.banks.Banks}: the registry, three switches a bank, and the queues of unclaimed instructions;
 *   <li>{@link sekisho.core.banks.Links}: which wallet may use which account at which bank;
 *   <li>{@link sekisho.core.banks.Instructions}: what banks were told to do, and what they said of it.
 * </ul>
 *
 * <p><b>Rules.</b> A suspension withdraws what is unclaimed, at once and in one order with the money; so no call to a bank
 * has a claim later than it. In doubt is a state; only the bank's answer ends it.
 *
 * <p><b>Not here.</b> Calling a bank, account numbers, names.
 */
@NullMarked
package sekisho.core.banks;

import org.jspecify.annotations.NullMarked;
