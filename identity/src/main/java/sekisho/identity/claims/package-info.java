/**
 * What an identity provider verified about a person, as OpenID's identity assurance says it: {@code verified_claims}.
 *
 * <p>{@link sekisho.identity.claims.VerifiedClaims} reads a token's claims by a {@link sekisho.identity.claims.ClaimsPolicy};
 * {@code PersonClaims} knows the names of the claims, {@code Json} the shapes.
 *
 * <p><b>Rules.</b> One policy for one provider. A claim counts only inside {@code verified_claims}, beside a verification that
 * names an accepted trust framework ({@code jp_aml}), a time that is neither in the future nor too long ago, and evidence of
 * accepted types that has not expired. This is the one source of a verified kana.
 *
 * <p><b>Source.</b> OpenID Identity Assurance Schema Definition 1.0; OpenID Connect for Identity Assurance 1.0.
 *
 * <p><b>Not here.</b> Tokens: whoever calls has checked signature, issuer's keys, audience, nonce and expiry. A provider that
 * is a bank raises no identity assurance: that rule is the engine's.
 */
@NullMarked
package sekisho.identity.claims;

import org.jspecify.annotations.NullMarked;
