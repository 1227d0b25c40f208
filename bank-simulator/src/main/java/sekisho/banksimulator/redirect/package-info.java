/**
 * The bank's side of the redirect (docs/bank-redirect.md), written from that page and sharing no code with the
 * operator's side.
 *
 * <p>{@link sekisho.banksimulator.redirect.RequestReader} checks what a browser posts, with the keys that {@link
 * sekisho.banksimulator.redirect.OperatorKeys} fetches, and ends in a {@link
 * sekisho.banksimulator.redirect.RequestReading}: a {@link sekisho.banksimulator.redirect.MandateRequest} or a {@link
 * sekisho.banksimulator.redirect.RequestRefusal}. {@link sekisho.banksimulator.redirect.ResultSigner} writes how the visit
 * ended, with what {@link sekisho.banksimulator.redirect.Matches} says about the customer, and a {@link
 * sekisho.banksimulator.redirect.Statement} or {@link sekisho.banksimulator.redirect.DoorStatement} for the operator's engine if
 * it was asked for. {@link
 * sekisho.banksimulator.redirect.EndNotices} tells operators of mandates that ended.
 *
 * <p>What an operator sends without a browser (docs/bank-backchannel.md) ends in a {@link
 * sekisho.banksimulator.redirect.BackchannelReading}, with a {@link sekisho.banksimulator.redirect.BackchannelRequest}.
 *
 * <p><b>Rules.</b> ES256 and nothing else; a request is taken once; nobody is sent to an address that the operator has not
 * registered. What is wrong with a request is said on the bank's own page.
 */
@NullMarked
package sekisho.banksimulator.redirect;

import org.jspecify.annotations.NullMarked;
