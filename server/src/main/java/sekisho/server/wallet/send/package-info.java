/**
 * Sending money to a person: what is wanted, a page to look it over, done; and being found by others.
 *
 * <p>{@link sekisho.server.wallet.send.Payees} finds who is meant by a handle, a {@link sekisho.server.wallet.send.ReceiveCode} (which
 * {@code ReceivePage} shows) or a telephone number; {@link sekisho.server.wallet.send.Payee} is what became of it. {@link
 * sekisho.server.wallet.send.PhoneLookUps} count numbers, {@link sekisho.server.wallet.send.PayeeNames} mask names.
 *
 * <p><b>Rules.</b> Nobody is found by number who has not allowed it, and nobody learns from a refusal whether a number is anybody's.
 */
@NullMarked
package sekisho.server.wallet.send;

import org.jspecify.annotations.NullMarked;
