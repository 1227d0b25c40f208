/**
 * The redirect to a bank and back: a person goes with our signed request to the bank's own pages, is identified there as
 * that bank does it, and comes back with the bank's signed result. No secret of a bank passes here.
 *
 * <p><b>Way there.</b> A {@link sekisho.bank.redirect.LinkRequest} with a {@link sekisho.bank.redirect.Purpose} is signed
 * by {@link sekisho.bank.redirect.RequestSigner}; the browser posts it to the bank. What is kept of it is a {@link
 * sekisho.bank.redirect.SentRequest}, without personal data.
 *
 * <p><b>Way back.</b> {@link sekisho.bank.redirect.ResultReader} checks a result against the request that it answers and
 * ends in a {@link sekisho.bank.redirect.Reading}: a {@link sekisho.bank.redirect.LinkResult}, or a {@link
 * sekisho.bank.redirect.ResultRefusal}. A result has a {@link sekisho.bank.redirect.ResultCode}; if it is granted, {@link
 * sekisho.bank.redirect.Factor}s (of a {@link sekisho.bank.redirect.FactorKind}), a {@link
 * sekisho.bank.redirect.MatchCode} for each {@link sekisho.bank.redirect.Attribute} that was asked about, a {@link
 * sekisho.bank.redirect.ShownAccount} and a {@link sekisho.bank.redirect.HolderNotice}. {@link
 * sekisho.bank.redirect.OpaqueId} is what nonces and names of requests are made of.
 *
 * <p><b>Statements.</b> A request with {@link sekisho.bank.redirect.StatementTerms} is answered with a {@link
 * sekisho.bank.redirect.SignedStatement} too, which the engine takes; {@code StatementReader} reads its form, {@code
 * StatementCheck} holds it to the request and the result, with the bank's {@link sekisho.bank.redirect.StatementKeys}. {@link
 * sekisho.bank.redirect.BankStatements} asks for what comes after the visit: {@link
 * sekisho.bank.redirect.HolderStatement}s, that the holder was told and what the holder says.
 *
 * <p><b>The door.</b> Somebody who need not be a customer goes with a {@link sekisho.bank.redirect.DoorRequest} for {@link
 * sekisho.bank.redirect.DoorTerms}; of it a {@link sekisho.bank.redirect.SentDoorRequest} is kept. {@link
 * sekisho.bank.redirect.DoorReader} reads what comes back into a {@link sekisho.bank.redirect.DoorReading}, with a {@link
 * sekisho.bank.redirect.SignedDoorResult} for the engine.
 *
 * <p><b>Keys.</b> ES256 and nothing else. Each side publishes a JWK set; {@link sekisho.bank.redirect.BankKeys} fetches a
 * bank's.
 *
 * <p><b>Mandates.</b> A granted link has a mandate, which its customer can end at the bank. {@link
 * sekisho.bank.redirect.BankMandates} asks for {@link sekisho.bank.redirect.EndedMandate}s and ends one; {@link
 * sekisho.bank.redirect.NoticeReader} reads the bank's notice of one.
 *
 * <p><b>Rules.</b> A result is bound to one request, and by its binding to the wallet, the person and the browser that
 * asked; it is to be consumed once, by whoever keeps the requests. Everything that is not as the protocol says is
 * refused by a code, and nothing of it is used. Personal data goes to the bank (to be compared) and does not come back:
 * the bank answers codes.
 *
 * <p><b>The protocol</b> is in docs/bank-redirect.md.
 */
@NullMarked
package sekisho.bank.redirect;

import org.jspecify.annotations.NullMarked;
