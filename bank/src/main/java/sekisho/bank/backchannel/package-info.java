/**
 * Banks that are asked without a browser: their app asks the account's holder, or a code stands on the holder's statement, or a
 * file of mandates goes there and back. No secret of a bank passes here; the protocol is in docs/bank-backchannel.md.
 *
 * <p><b>Types.</b> A {@link sekisho.bank.backchannel.BackchannelRequest} is a {@link sekisho.bank.redirect.LinkRequest} that
 * names a {@link sekisho.bank.backchannel.NamedAccount}. {@link sekisho.bank.backchannel.Backchannel} sends it to a {@link
 * sekisho.bank.backchannel.BackchannelBank}, which ends in a {@link sekisho.bank.backchannel.Sending}; what is kept is a {@link
 * sekisho.bank.backchannel.SentBackchannel}. Asking, or entering a code, ends in a {@link
 * sekisho.bank.backchannel.Standing}. {@link sekisho.bank.backchannel.DebitFileExchange} exchanges files: a {@link
 * sekisho.bank.backchannel.HandingIn}, a {@link sekisho.bank.backchannel.SentFile}, and for each mandate a {@link
 * sekisho.bank.backchannel.MandateResult}. Having a code put on
 * a linked account's statement, as a notice, ends in a {@link sekisho.bank.backchannel.Noticing}. {@code Exchange} is what they
 * share.
 *
 * <p><b>Rules.</b>
 * <ul>
 *   <li>A bank's answer is the same signed result as the redirect's, with the same statement, read by the same {@link
 *       sekisho.bank.redirect.ResultReader}: bound to wallet, person, browser session, bank, issuer, account, nonce, expiry and
 *       purpose; each wrong one has its refusal. Whoever keeps the requests consumes it once, and so does the engine.
 *   <li>That a request was taken says nothing: there may be no such account, it may be locked, its holder may have said no.
 *       All of these end alike, at the same time, with the account's token.
 *   <li>The code of a deposit is known to the bank alone. It counts tries, and so does the engine.
 *   <li>What a bank does wrong is an {@link java.io.IOException}; nothing of it is used.
 * </ul>
 *
 * <p><b>Not here.</b> When to ask, and who waits for it ({@code sekisho.server.linking}); what a rail is worth ({@link
 * sekisho.bank.description}); whether an account belongs to the person, which is the engine's to say.
 */
@NullMarked
package sekisho.bank.backchannel;

import org.jspecify.annotations.NullMarked;
