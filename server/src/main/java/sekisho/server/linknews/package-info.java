/**
 * Tells customers at once that the engine has suspended a link of theirs: because its bank's description fell below the floor, because
 * staff stopped it, or because its account is locked. Of a link that is closed, by whomever, its bank is to be told.
 *
 * <p>{@code LinkNews} reads the outcome log; {@code LinkSteps} is what it looks for in a step; {@code NewsMark} is up to where
 * people have been told.
 *
 * <p><b>Rules.</b> What is told and up to where are one transaction: nobody is told twice, and nobody is forgotten when a server stops.
 * The words are the same whatever the reason: who has taken over a wallet does not learn from them that the account's holder knocked.
 *
 * <p><b>Not here.</b> What a bank itself ends is told by the package {@code linking}; so is the bank.
 */
@NullMarked
package sekisho.server.linknews;

import org.jspecify.annotations.NullMarked;
