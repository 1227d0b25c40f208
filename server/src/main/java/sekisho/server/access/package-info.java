/**
 * Who may ask for what, and how often: OAuth 2 with client credentials.
 *
 * <p><b>Clients.</b> {@link sekisho.server.access.Clients} are the programs that may use the API
 * ({@link sekisho.server.access.Client}), kept in PostgreSQL. Each has a number with the engine, by which its request
 * ids are its own. {@link sekisho.server.access.ClientSecrets} makes and checks secrets. {@code OperatorClient} makes the
 * first one.
 *
 * <p><b>Tokens.</b> The authorization server inside this process ({@code TokenEndPoint}) gives signed access tokens
 * (RFC 9068) for ten minutes to clients that show a secret or sign an assertion (private_key_jwt);
 * {@code TokenRates} bounds how often a source asks; {@code SigningKeys} are made at the first start. {@code TokenVerifier} checks tokens, of this process or of another
 * issuer; {@code VerifiedTokens} remembers what it has checked.
 *
 * <p><b>Requests.</b> {@link sekisho.server.access.ApiClient} is who asks.
 * {@link sekisho.server.access.Allowed} stands on every end point and names the
 * {@link sekisho.server.access.Scope} that it needs; {@code ScopeGate} holds them to it, and refuses to start when one
 * says nothing. {@code RateLimitFilter} spends a {@code RateBucket} for each request.
 *
 * <p><b>Rules.</b> Secrets are random, shown once, and stored as hashes. A token is believed only with the pinned
 * algorithm, type, audience and issuer. A disabled client is refused at once, whatever its token says. No session, no
 * cookie.
 *
 * <p><b>Not here.</b> People who log in; what a client's customers may do.
 */
@NullMarked
package sekisho.server.access;

import org.jspecify.annotations.NullMarked;
