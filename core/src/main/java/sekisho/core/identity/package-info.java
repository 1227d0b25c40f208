/**
 * Who wallets belong to, and what proves it.
 *
 * <p>{@link sekisho.core.identity.Identities} holds persons, their wallets, their evidence and passkeys, by random tokens.
 * {@link sekisho.core.identity.Assurance} says what that is worth now.
 *
 * <p><b>Rules.</b> A wallet is bound to a person once. Assurance is computed from evidence and today's rules whenever it is asked
 * for; what hot paths remember of it ends with the rules' epoch. A link adds nothing to it.
 *
 * <p><b>Not here.</b> Names, dates, addresses: the engine never sees them.
 */
@org.jspecify.annotations.NullMarked
package sekisho.core.identity;
