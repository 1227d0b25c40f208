/**
 * The ledger: double entry, nothing else.
 *
 * <ul>
 *   <li>{@link sekisho.core.ledger.Holders}: who owns accounts: wallets, merchants, banks, the house;
 *   <li>{@link sekisho.core.ledger.Accounts}: four counters an account (debits and credits, pending and posted), floors;
 *   <li>{@link sekisho.core.ledger.Posting}: lines that are checked, then held, released or posted together;
 *   <li>{@link sekisho.core.ledger.Safeguard}: outstanding e-money against what is held for it;
 *   <li>{@link sekisho.core.ledger.Holds}: operators' reservations;
 *   <li>{@link sekisho.core.ledger.Reversals}: what was taken back already;
 *   <li>{@link sekisho.core.ledger.Currencies}: which currencies there are.
 * </ul>
 *
 * <p><b>Rules.</b> Debits equal credits in every currency, at any time. Balances are never stored, they follow from the
 * counters. A method that checks changes nothing; a method that changes refuses nothing.
 *
 * <p><b>Not here.</b> Who may do what: freezes, tiers and limits belong to the commands.
 */
@NullMarked
package sekisho.core.ledger;

import org.jspecify.annotations.NullMarked;
