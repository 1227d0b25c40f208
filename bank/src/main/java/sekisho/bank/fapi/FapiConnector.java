package sekisho.bank.fapi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sekisho.bank.redirect.Attribute;

/**
 * Sends people to a bank by OpenID Connect under the FAPI 2.0 Security Profile, and reads what they bring back: a pushed
 * request (RFC 9126) with PKCE (S256), {@code private_key_jwt} for the issuer alone, DPoP (RFC 9449) at both end points that
 * we call, and the issuer in the answer (RFC 9207). Any thread.
 */
public final class FapiConnector implements AutoCloseable {
    private static final int LONGEST_QUERY = 4_096;
    private static final int LONGEST_WORD = 64;

    private final FapiBank bank;
    private final Set<URI> issuers;
    private final InstantSource clock;
    private final SecureRandom random;
    private final FapiCalls calls;
    private final Published published;
    private final Requests requests;
    private final ArrivalReader reader;

    /**
     * A connector for one bank.
     *
     * @param issuers of all banks that we speak with so, to tell a mix-up from a stranger
     * @param comparison how names and numbers are compared
     */
    public FapiConnector(
            FapiBank bank, Set<URI> issuers, Comparison comparison, InstantSource clock, SecureRandom random) {
        this.bank = bank;
        this.issuers = Set.copyOf(issuers);
        this.clock = clock;
        this.random = random;
        this.calls = new FapiCalls(bank);
        this.published = new Published(bank, calls, clock);
        this.requests = new Requests(bank);
        this.reader = new ArrivalReader(bank, comparison, random);
    }

    /** Announces a request to the bank. Nothing about the person is in the address that the browser is sent to. */
    public Departure depart(FapiRequest request) {
        var sent = SentAuthorisation.next(bank.issuer(), request, clock.instant(), random);
        try {
            return switch (published.page()) {
                case Published.Page.Refused(var reason) -> new Departure.Refused(reason);
                case Published.Page.Read read -> push(read.endPoints(), sent);
            };
        } catch (IOException e) {
            return new Departure.Unanswered(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads what a browser brings back. The bank is asked for nothing before the answer is known to be from the bank that
     * was asked, to the request and the browser that are at hand.
     *
     * @param query of the address that the browser came back to, encoded
     * @param sent what was kept of the request; not to be used again, whatever becomes of it
     * @param bindingNow the binding, computed again from the browser that came back
     * @param verified the person's verified attributes, for everything that was asked
     * @throws IllegalArgumentException if the request was for another bank
     */
    public Arrival arrive(String query, SentAuthorisation sent, String bindingNow, Map<Attribute, String> verified) {
        if (!sent.issuer().equals(bank.issuer())) {
            throw new IllegalArgumentException("a request to " + sent.issuer() + " does not end at " + bank.issuer());
        }
        AuthorizationResponse response;
        try {
            response = response(query);
        } catch (ParseException e) {
            return new Arrival.Refused(FapiRefusal.NOT_A_RESPONSE);
        }
        @Nullable FapiRefusal refusal = refusal(response, sent, bindingNow);
        if (refusal != null) {
            return new Arrival.Refused(refusal);
        }
        if (!response.indicatesSuccess()) {
            return new Arrival.TurnedDown(word(response.toErrorResponse().getErrorObject()));
        }
        AuthorizationSuccessResponse success = response.toSuccessResponse();
        @Nullable AuthorizationCode code = success.getAuthorizationCode();
        if (code == null || success.getAccessToken() != null) {
            return new Arrival.Refused(FapiRefusal.NOT_A_RESPONSE);
        }
        try {
            return redeem(code, sent, verified);
        } catch (IOException e) {
            return new Arrival.Unanswered(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        calls.close();
    }

    private Departure push(Published.EndPoints endPoints, SentAuthorisation sent) throws IOException {
        HTTPResponse answer = call(() -> requests.pushed(endPoints.pushed(), sent, clock.instant()), sent);
        try {
            PushedAuthorizationResponse response = PushedAuthorizationResponse.parse(answer);
            if (!response.indicatesSuccess()) {
                return new Departure.TurnedDown(word(response.toErrorResponse().getErrorObject()));
            }
            URI name = response.toSuccessResponse().getRequestURI();
            return new Departure.Ready(requests.departure(endPoints.authorisation(), name), sent);
        } catch (ParseException e) {
            return new Departure.Refused(FapiRefusal.NOT_A_PUSHED_REQUEST);
        }
    }

    private AuthorizationResponse response(String query) throws ParseException {
        if (query.length() > LONGEST_QUERY) {
            throw new ParseException("too long");
        }
        Map<String, List<String>> parameters = URLUtils.parseParameters(query);
        boolean once = parameters.values().stream().allMatch(values -> values.size() == 1);
        // A signed answer (response), or tokens of other flows, were not asked for.
        if (!once || parameters.containsKey("response") || parameters.containsKey("id_token")) {
            throw new ParseException("not the code flow");
        }
        return AuthorizationResponse.parse(bank.returnTo(), parameters);
    }

    private @Nullable FapiRefusal refusal(AuthorizationResponse response, SentAuthorisation sent, String bindingNow) {
        if (response.getState() == null
                || !same(response.getState().getValue(), sent.state().hex())) {
            return FapiRefusal.WRONG_STATE;
        }
        if (!same(bindingNow, sent.request().binding())) {
            return FapiRefusal.WRONG_SESSION;
        }
        if (response.getIssuer() == null) {
            return FapiRefusal.ISSUER_MISSING;
        }
        String issuer = response.getIssuer().getValue();
        if (!issuer.equals(bank.issuer().toString())) {
            boolean ours = issuers.stream().anyMatch(other -> other.toString().equals(issuer));
            return ours ? FapiRefusal.MIXED_UP : FapiRefusal.WRONG_ISSUER;
        }
        return clock.instant().isAfter(sent.expiresAt()) ? FapiRefusal.EXPIRED : null;
    }

    private Arrival redeem(AuthorizationCode code, SentAuthorisation sent, Map<Attribute, String> verified)
            throws IOException {
        return switch (published.page()) {
            case Published.Page.Refused(var reason) -> new Arrival.Refused(reason);
            case Published.Page.Read page -> redeem(page.endPoints().token(), code, sent, verified);
        };
    }

    private Arrival redeem(
            URI endPoint, AuthorizationCode code, SentAuthorisation sent, Map<Attribute, String> verified)
            throws IOException {
        HTTPResponse answer = call(() -> requests.token(endPoint, sent, code, clock.instant()), sent);
        TokenResponse response;
        try {
            response = OIDCTokenResponseParser.parse(answer);
        } catch (ParseException e) {
            return new Arrival.Refused(FapiRefusal.NOT_A_TOKEN_RESPONSE);
        }
        if (!response.indicatesSuccess()) {
            return new Arrival.TurnedDown(word(response.toErrorResponse().getErrorObject()));
        }
        if (!(response.toSuccessResponse().getTokens().getAccessToken() instanceof DPoPAccessToken access)) {
            return new Arrival.Refused(FapiRefusal.NOT_SENDER_CONSTRAINED);
        }
        @Nullable
        JWT idToken = response instanceof OIDCTokenResponse oidc
                ? oidc.getOIDCTokens().getIDToken()
                : null;
        if (idToken == null) {
            return new Arrival.Refused(FapiRefusal.ID_TOKEN_MISSING);
        }
        return switch (published.page(IdToken.keyId(idToken))) {
            case Published.Page.Refused(var reason) -> new Arrival.Refused(reason);
            case Published.Page.Read page ->
                switch (IdToken.open(idToken, page.keys())) {
                    case IdToken.Opened.Refused(var reason) -> new Arrival.Refused(reason);
                    case IdToken.Opened.Whole(var token) -> reader.read(token, access, sent, verified, clock.instant());
                };
        };
    }

    /** Sends a request under DPoP; once more, made anew, if the bank wants its own nonce in the proof. */
    private HTTPResponse call(Supplier<HTTPRequest> fresh, SentAuthorisation sent) throws IOException {
        HTTPResponse answer = call(fresh.get(), sent, null);
        @Nullable Nonce nonce = answer.getDPoPNonce();
        boolean again = nonce != null
                && "use_dpop_nonce".equals(ErrorObject.parse(answer).getCode());
        return again ? call(fresh.get(), sent, nonce) : answer;
    }

    private HTTPResponse call(HTTPRequest request, SentAuthorisation sent, @Nullable Nonce nonce) throws IOException {
        Instant now = clock.instant();
        requests.prove(request, sent, nonce, now);
        return calls.post(request);
    }

    /** A bank's word for why not, fit for a log. */
    private static String word(@Nullable ErrorObject error) {
        @Nullable String code = error == null ? null : error.getCode();
        return code != null && code.length() <= LONGEST_WORD && code.matches("[a-z_]+") ? code : "unnamed";
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
