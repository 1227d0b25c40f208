/**
 * The read side: what the projection knows, as records, for the API and for pages.
 *
 * <p>{@link sekisho.server.history.Accounts} says how accounts stand, {@link sekisho.server.history.Entries} their
 * history, statements and past balances. {@link sekisho.server.history.Holders},
 * {@link sekisho.server.history.Links}, {@link sekisho.server.history.BankStates},
 * {@link sekisho.server.history.Payments} and {@link sekisho.server.history.Instructions} say how wallets and merchants,
 * links, banks, payments, and top-ups and cash-outs stand, and how they came to it.
 * {@link sekisho.server.history.Authenticators} says which passkeys the engine knows of, and until when their wallets rest.
 * {@link sekisho.server.history.Answers} knows what a request was answered.
 *
 * <p><b>Rules.</b> One query is one moment; two are not: who needs its own write in what it reads waits for its position
 * first ({@link sekisho.server.projection.Positions}). Amounts are minor units. Everything is one book's. Lists have a
 * limit.
 *
 * <p><b>Not here.</b> Writing (package {@code projection}), who may see what (package {@code access}), and words for people.
 */
@NullMarked
package sekisho.server.history;

import org.jspecify.annotations.NullMarked;
