/**
 * Banks that speak OpenID Connect under the FAPI 2.0 Security Profile: a person goes to the bank's own login and comes back
 * with a code, for which we get the bank's signed word on who that was.
 *
 * <p><b>Types.</b> A {@link sekisho.bank.fapi.FapiConnector} speaks with one {@link sekisho.bank.fapi.FapiBank}. It announces
 * a {@link sekisho.bank.fapi.FapiRequest}, which ends in a {@link sekisho.bank.fapi.Departure}: the address to send the
 * browser to, and a {@link sekisho.bank.fapi.SentAuthorisation} to be kept. What the browser brings back ends in an {@link
 * sekisho.bank.fapi.Arrival}: identified, with the same {@link sekisho.bank.redirect.LinkResult} as the redirect's; turned
 * down; unanswered; or refused, for a {@link sekisho.bank.fapi.FapiRefusal}. A {@link sekisho.bank.fapi.Comparison} compares
 * verified attributes with the bank's verified claims.
 *
 * <p><b>Rules.</b>
 * <ul>
 *   <li>The code is redeemed only after state, browser session, issuer and time are right: a code that was stolen from one
 *       bank, or from one browser, reaches no other.
 *   <li>Only what stands in {@code verified_claims} under a trust framework that is believed is compared; a name beside them
 *       counts for nothing. The values live as long as the comparison, and only codes leave it.
 *   <li>Each request has a key of its own for DPoP. Access tokens are dropped: nothing is asked of the bank with them.
 *   <li>A request is consumed once, by whoever keeps it.
 *   <li>The purpose is a scope ({@code link}, {@code prove}, {@code reverify}, {@code unlock}) and comes back as a claim under
 *       the bank's signature; a result for one is good for no other.
 * </ul>
 *
 * <p><b>What FAPI cannot give.</b> A refusal of the bank's names no account, so attempts on one account that fail are counted
 * by the bank alone. See docs/decisions/0146.
 *
 * <p>Standards: FAPI 2.0 Security Profile; OpenID Connect Core 1.0; RFC 7636, 9126, 9207, 9449; OpenID Connect for Identity
 * Assurance 1.0; RFC 8176.
 */
@NullMarked
package sekisho.bank.fapi;

import org.jspecify.annotations.NullMarked;
