package sekisho.bank.fapi;

import static org.assertj.core.api.Assertions.assertThat;
import static sekisho.bank.fapi.Trip.BINDING;
import static sekisho.bank.fapi.Trip.PERSON;
import static sekisho.bank.fapi.Trip.REQUEST;
import static sekisho.bank.fapi.Trip.put;
import static sekisho.bank.fapi.Trip.refused;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.bank.redirect.Purpose;

/** Each way in which an answer is not the bank's to this request is refused by its own code. */
final class ArrivalRefusalTest {
    private final Trip trip = new Trip();

    @AfterEach
    void stop() {
        trip.close();
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                query("iss is absent", FapiRefusal.ISSUER_MISSING, (it, own, other) -> it.remove("iss")),
                query(
                        "iss of nobody",
                        FapiRefusal.WRONG_ISSUER,
                        (it, own, other) -> it.put("iss", "https://evil.example")),
                query("iss nearly right", FapiRefusal.WRONG_ISSUER, (it, own, other) -> it.put("iss", own + "/")),
                query("two banks mixed up", FapiRefusal.MIXED_UP, (it, own, other) -> it.put("iss", other.toString())),
                query("state is absent", FapiRefusal.WRONG_STATE, (it, own, other) -> it.remove("state")),
                query("another state", FapiRefusal.WRONG_STATE, (it, own, other) -> it.put("state", "0".repeat(32))),
                query("no code", FapiRefusal.NOT_A_RESPONSE, (it, own, other) -> it.remove("code")),
                query(
                        "a front-channel token",
                        FapiRefusal.NOT_A_RESPONSE,
                        (it, own, other) -> it.put("id_token", "x.y.z")),
                query("a signed answer", FapiRefusal.NOT_A_RESPONSE, (it, own, other) -> it.put("response", "x.y.z")),
                query("too long", FapiRefusal.NOT_A_RESPONSE, (it, own, other) -> it.put("more", "x".repeat(5_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void whatTheBrowserBringsIsRefusedBeforeTheBankIsAsked(String name, FapiRefusal refusal, Spoiled spoiled) {
        Departure.Ready ready = trip.ready();
        var parameters = new LinkedHashMap<String, String>();
        URLUtils.parseParameters(trip.bank.agree(ready.goTo()))
                .forEach((key, values) -> parameters.put(key, values.getFirst()));
        spoiled.spoil(parameters, trip.bank.issuer(), trip.otherBank.issuer());
        String query = SmallBank.query(parameters.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new));
        assertThat(trip.arrive(query, ready.sent())).as(name).isEqualTo(new Arrival.Refused(refusal));
        assertThat(trip.bank.redemptions).isZero();
    }

    @Test
    void aParameterThatIsThereTwiceIsRefused() {
        Departure.Ready ready = trip.ready();
        String query = trip.bank.agree(ready.goTo());
        refused(trip.arrive(query + "&code=other", ready.sent()), FapiRefusal.NOT_A_RESPONSE);
    }

    @Test
    void aForeignBrowserSessionIsRefusedBeforeTheBankIsAsked() {
        Departure.Ready ready = trip.ready();
        Arrival arrival = trip.connector.arrive(trip.bank.agree(ready.goTo()), ready.sent(), "c".repeat(43), PERSON);
        assertThat(arrival).isEqualTo(new Arrival.Refused(FapiRefusal.WRONG_SESSION));
        assertThat(trip.bank.redemptions).isZero();
    }

    @Test
    void aRequestEndsAfterTenMinutes() {
        Departure.Ready ready = trip.ready();
        String query = trip.bank.agree(ready.goTo());
        trip.later = Duration.ofSeconds(601);
        refused(trip.arrive(query, ready.sent()), FapiRefusal.EXPIRED);
    }

    static Stream<Arguments> idTokens() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                claim(FapiRefusal.ID_TOKEN_OF_ANOTHER_ISSUER, "iss", "https://evil.example"),
                claim(FapiRefusal.ID_TOKEN_FOR_ANOTHER, "aud", "another-client"),
                claim(FapiRefusal.ID_TOKEN_FOR_ANOTHER, "aud", List.of("sekisho", "another-client")),
                claim(FapiRefusal.ID_TOKEN_FOR_ANOTHER, "azp", "another-client"),
                claim(FapiRefusal.ID_TOKEN_EXPIRED, "exp", now - 31),
                claim(FapiRefusal.ID_TOKEN_NOT_YET, "iat", now + 90),
                claim(FapiRefusal.ID_TOKEN_LIVES_TOO_LONG, "exp", now + 4_000),
                claim(FapiRefusal.WRONG_NONCE, "nonce", "0".repeat(32)),
                claim(FapiRefusal.WRONG_NONCE, "nonce", null),
                claim(FapiRefusal.WRONG_TOKEN_HASH, "at_hash", "AAAAAAAAAAAAAAAAAAAAAA"),
                claim(FapiRefusal.NOT_FRESH, "auth_time", now - 3_600),
                claim(FapiRefusal.NOT_FRESH, "auth_time", null),
                claim(FapiRefusal.NOT_AN_ID_TOKEN, "sub", null),
                claim(FapiRefusal.WRONG_PURPOSE, "purpose", "unlock"),
                claim(FapiRefusal.WRONG_PURPOSE, "purpose", null),
                claim(FapiRefusal.CLAIMS_NOT_VERIFIED, "verified_claims", null),
                claim(FapiRefusal.CLAIMS_NOT_VERIFIED, "verified_claims", "汐見 花子"),
                claim(FapiRefusal.CLAIMS_NOT_VERIFIED, "verified_claims", Map.of("claims", Map.of("name", "汐見 花子"))),
                claim(FapiRefusal.CLAIMS_NOT_VERIFIED, "verified_claims", List.of()),
                claim(FapiRefusal.CLAIMS_NOT_VERIFIED, "verified_claims", Collections.nCopies(9, element("jp_aml"))),
                claim(FapiRefusal.WRONG_TRUST_FRAMEWORK, "verified_claims", element("de_aml")),
                claim(FapiRefusal.FACTORS_MISSING, "amr", null),
                claim(FapiRefusal.FACTORS_MISSING, "amr", List.of("mfa", "luck")),
                claim(FapiRefusal.ACCOUNT_MISSING, "account", null),
                claim(FapiRefusal.NOT_A_RESULT, "account", "0".repeat(32)),
                claim(FapiRefusal.MANDATE_MISSING, "mandate", null),
                claim(FapiRefusal.NOT_A_RESULT, "mandate", SmallBank.ACCOUNT),
                claim(FapiRefusal.NOT_A_RESULT, "account_shown", null),
                claim(FapiRefusal.NOT_A_RESULT, "notice", "pigeon"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("idTokens")
    void anIdTokenThatIsNotRightIsRefused(FapiRefusal refusal, String claim, Consumer<Map<String, Object>> spoiled) {
        trip.bank.claims = spoiled;
        assertThat(trip.whole()).as(claim).isEqualTo(new Arrival.Refused(refusal));
    }

    @Test
    void claimsBesideVerifiedClaimsCountForNothing() {
        trip.bank.claims = claims -> {
            claims.remove("verified_claims");
            claims.put("name", "汐見 花子");
            claims.put("birthdate", "1990-04-01");
        };
        refused(trip.whole(), FapiRefusal.CLAIMS_NOT_VERIFIED);
    }

    @Test
    void aMandateThatNobodyAskedForIsRefused() {
        var request = new FapiRequest(Purpose.PROVE_HOLDER, REQUEST.reference(), BINDING, REQUEST.asked());
        Departure.Ready ready = trip.ready(request);
        refused(trip.arrive(trip.bank.agree(ready.goTo()), ready.sent()), FapiRefusal.MANDATE_MISSING);
    }

    @Test
    void aBankThatBecameAnotherSinceTheRequestIsNotGivenTheCode() {
        // What it published is kept for ten minutes, from before this request until after it.
        trip.later = Duration.ofMinutes(-9);
        assertThat(trip.connector.depart(REQUEST)).isInstanceOf(Departure.TurnedDown.class);
        trip.later = Duration.ZERO;
        Departure.Ready ready = trip.ready();
        trip.bank.metadata = metadata -> metadata.put("token_endpoint", "https://evil.example/token");
        trip.later = Duration.ofMinutes(2);
        refused(trip.arrive(trip.bank.agree(ready.goTo()), ready.sent()), FapiRefusal.ENDPOINT_ELSEWHERE);
        assertThat(trip.bank.redemptions).isZero();
    }

    @ParameterizedTest
    @CsvSource({"HS256, WRONG_ALGORITHM", "none, WRONG_ALGORITHM", "ES384, WRONG_ALGORITHM"})
    void anIdTokenOfAnotherAlgorithmIsRefused(String algorithm, FapiRefusal refusal) {
        trip.bank.algorithm = new JWSAlgorithm(algorithm);
        if (algorithm.equals("ES384")) {
            trip.bank.signingKey = Keys.next(Curve.P_384);
        }
        refused(trip.whole(), refusal);
    }

    @Test
    void anIdTokenUnderAnotherKeyIsRefused() {
        Departure.Ready ready = trip.ready();
        trip.bank.signingKey = Keys.next();
        refused(trip.arrive(trip.bank.agree(ready.goTo()), ready.sent()), FapiRefusal.UNKNOWN_KEY);
        Departure.Ready again = trip.ready();
        trip.bank.signingKey = new ECKey.Builder(Keys.next())
                .keyID(trip.bank.publishedKey.getKeyID())
                .build();
        refused(trip.arrive(trip.bank.agree(again.goTo()), again.sent()), FapiRefusal.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "token_type, Bearer, NOT_SENDER_CONSTRAINED",
        "token_type, , NOT_A_TOKEN_RESPONSE",
        "access_token, , NOT_A_TOKEN_RESPONSE",
        "id_token, , ID_TOKEN_MISSING",
        "id_token, nonsense, NOT_A_TOKEN_RESPONSE",
    })
    void aTokenResponseThatIsNotRightIsRefused(String field, String value, FapiRefusal refusal) {
        trip.bank.tokens = tokens -> put(tokens, field, value);
        refused(trip.whole(), refusal);
    }

    /** Changes what a browser brings back. */
    @FunctionalInterface
    interface Spoiled {
        void spoil(Map<String, String> parameters, URI own, URI other);
    }

    private static Map<String, Object> element(String framework) {
        return Map.of("verification", Map.of("trust_framework", framework), "claims", Map.of("name", "汐見 花子"));
    }

    private static Arguments query(String name, FapiRefusal refusal, Spoiled spoiled) {
        return Arguments.of(name, refusal, spoiled);
    }

    private static Arguments claim(FapiRefusal refusal, String claim, @Nullable Object value) {
        Consumer<Map<String, Object>> spoiled = claims -> put(claims, claim, value);
        return Arguments.of(refusal, claim, spoiled);
    }
}
