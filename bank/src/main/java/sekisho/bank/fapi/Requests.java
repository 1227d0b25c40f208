package sekisho.bank.fapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.assurance.IdentityTrustFramework;
import com.nimbusds.openid.connect.sdk.assurance.request.MinimalVerificationSpec;
import com.nimbusds.openid.connect.sdk.assurance.request.VerifiedClaimsSetRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what is sent to a bank. Pure but for random ids; any thread. */
final class Requests {
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);
    private static final int LOGIN_AGE_SECONDS = 60;

    private final FapiBank bank;
    private final ClientID client;

    Requests(FapiBank bank) {
        this.bank = bank;
        this.client = new ClientID(bank.clientId());
    }

    HTTPRequest pushed(URI endPoint, SentAuthorisation sent, Instant now) {
        try {
            var builder = new AuthenticationRequest.Builder(
                            ResponseType.CODE,
                            new Scope("openid", sent.request().purpose().word()),
                            client,
                            bank.returnTo())
                    .state(new State(sent.state().hex()))
                    .nonce(new Nonce(sent.nonce().hex()))
                    .codeChallenge(sent.codeVerifier(), CodeChallengeMethod.S256)
                    .dPoPJWKThumbprintConfirmation(JWKThumbprintConfirmation.of(sent.proofKey()))
                    .prompt(Prompt.Type.LOGIN)
                    .maxAge(LOGIN_AGE_SECONDS);
            if (bank.asksForClaims() && !sent.request().asked().isEmpty()) {
                builder.claims(claims(sent));
            }
            return new PushedAuthorizationRequest(endPoint, authentication(now), builder.build()).toHTTPRequest();
        } catch (JOSEException e) {
            throw new IllegalStateException("every P-256 key has a thumbprint", e);
        }
    }

    HTTPRequest token(URI endPoint, SentAuthorisation sent, AuthorizationCode code, Instant now) {
        var grant = new AuthorizationCodeGrant(code, bank.returnTo(), sent.codeVerifier());
        return new TokenRequest.Builder(endPoint, authentication(now), grant)
                .build()
                .toHTTPRequest();
    }

    /** Where the browser goes: only the name of the request is in its address. */
    URI departure(URI endPoint, URI request) {
        return new AuthorizationRequest.Builder(request, client)
                .endpointURI(endPoint)
                .build()
                .toURI();
    }

    /** Proves that we have the request's key. */
    void prove(HTTPRequest request, SentAuthorisation sent, @Nullable Nonce nonce, Instant now) {
        try {
            var factory = new DefaultDPoPProofFactory(sent.proofKey(), JWSAlgorithm.ES256);
            request.setDPoP(factory.createDPoPJWT(
                    new JWTID(), request.getMethod().name(), request.getURI(), Date.from(now), null, nonce));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform signs with P-256", e);
        }
    }

    /** Who we are. Its audience is the issuer alone: an assertion for one end point would be good for none other. */
    private ClientAuthentication authentication(Instant now) {
        var claims = new JWTAuthenticationClaimsSet(
                client,
                List.of(new Audience(bank.issuer().toString())),
                Date.from(now.plus(ASSERTION_LIFE)),
                null,
                Date.from(now),
                new JWTID());
        try {
            return new PrivateKeyJWT(
                    claims,
                    JWSAlgorithm.ES256,
                    bank.key().toPrivateKey(),
                    bank.key().getKeyID(),
                    null);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform signs with P-256", e);
        }
    }

    private OIDCClaimsRequest claims(SentAuthorisation sent) {
        var frameworks = bank.trustFrameworks().stream()
                .sorted()
                .map(IdentityTrustFramework::new)
                .toList();
        var verified = new VerifiedClaimsSetRequest().withVerification(new MinimalVerificationSpec(frameworks));
        for (var attribute : sent.request().asked().stream().sorted().toList()) {
            verified = verified.add(VerifiedClaims.claim(attribute));
        }
        return new OIDCClaimsRequest().withIDTokenVerifiedClaimsRequest(verified);
    }
}
