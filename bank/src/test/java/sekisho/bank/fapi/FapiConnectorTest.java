package sekisho.bank.fapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.bank.AccountToken;
import sekisho.bank.outgoing.Reach;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.Factor;
import sekisho.bank.redirect.FactorKind;
import sekisho.bank.redirect.HolderNotice;
import sekisho.bank.redirect.LinkResult;
import sekisho.bank.redirect.MatchCode;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;

/** A good bank is understood, and each way of a bad one is refused by its own code. */
final class FapiConnectorTest {
    private static final String CLIENT = "sekisho";
    private static final ECKey KEY = Keys.next();
    private static final URI RETURN = URI.create("http://localhost:8080/link/fapi/return");
    private static final String BINDING = "b".repeat(43);
    private static final Map<Attribute, String> PERSON = Map.of(
            Attribute.NAME_KANJI, "汐見　花子",
            Attribute.BIRTH_DATE, "1990-04-01",
            Attribute.PHONE, "090-1234-5678");
    private static final FapiRequest REQUEST =
            new FapiRequest(Purpose.LINK, new OpaqueId("1".repeat(32)), BINDING, PERSON.keySet());

    private final SmallBank bank = started();
    private final SmallBank otherBank = started();
    private Duration later = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(later);
    private final FapiConnector connector = connector(bank.issuer(), RETURN);

    @AfterEach
    void stop() {
        connector.close();
        bank.close();
        otherBank.close();
    }

    @Test
    void aPersonComesBackIdentified() {
        Departure.Ready ready = ready();
        LinkResult result = identified(arrive(bank.agree(ready.goTo()), ready.sent()));
        assertThat(result.account()).hasValue(AccountToken.parse(SmallBank.ACCOUNT));
        assertThat(result.mandate()).hasValue(AccountToken.parse(SmallBank.MANDATE));
        assertThat(result.purpose()).isEqualTo(Purpose.LINK);
        assertThat(result.match())
                .isEqualTo(Map.of(
                        Attribute.NAME_KANJI, MatchCode.MTCH,
                        Attribute.BIRTH_DATE, MatchCode.MTCH,
                        Attribute.PHONE, MatchCode.MTCH));
        assertThat(result.factors())
                .containsExactly(
                        new Factor(FactorKind.KNOWLEDGE, "pwd", false), new Factor(FactorKind.POSSESSION, "otp", true));
        assertThat(result.notice()).isEqualTo(HolderNotice.APP);
        assertThat(bank.door().lastAssertion.getAudience())
                .containsExactly(bank.issuer().toString());
    }

    @Test
    void anotherPersonsNameIsNoMatchAndNothingOfItIsKept() {
        bank.claims = claims -> verified(claims, "jp_aml", Map.of("name", "湊 太郎", "phone_number", "+81 90-1234-5678"));
        Departure.Ready ready = ready();
        LinkResult result = identified(arrive(bank.agree(ready.goTo()), ready.sent()));
        assertThat(result.match())
                .isEqualTo(Map.of(
                        Attribute.NAME_KANJI, MatchCode.NMTC,
                        Attribute.BIRTH_DATE, MatchCode.NOAP,
                        Attribute.PHONE, MatchCode.MTCH));
        assertThat(result.toString()).doesNotContain("湊", "汐見", "1990");
    }

    @Test
    void aBankMayWantItsNonceInTheProof() {
        bank.door().proofNonce = "n-1";
        Departure.Ready ready = ready();
        identified(arrive(bank.agree(ready.goTo()), ready.sent()));
        assertThat(bank.door().proofsWithoutNonce).isEqualTo(2);
    }

    @Test
    void aRequestIsKeptAsTextWithoutShowingItsSecrets() {
        Departure.Ready ready = ready();
        SentAuthorisation kept = SentAuthorisation.ofSecretText(ready.sent().secretText());
        assertThat(kept).isEqualTo(ready.sent());
        assertThat(kept.toString())
                .doesNotContain(
                        kept.verifier(),
                        kept.proofKey().getD().toString(),
                        kept.state().hex());
        identified(arrive(bank.agree(ready.goTo()), kept));
        assertThatThrownBy(() -> SentAuthorisation.ofSecretText("{\"secret\": 1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret\"");
    }

    @Test
    void aCodeIsRedeemedOnce() {
        Departure.Ready ready = ready();
        String query = bank.agree(ready.goTo());
        identified(arrive(query, ready.sent()));
        assertThat(arrive(query, ready.sent())).isEqualTo(new Arrival.TurnedDown("invalid_grant"));
    }

    @Test
    void aCodeOfAnotherRequestIsWorthNothing() {
        Departure.Ready mine = ready();
        Departure.Ready theirs = ready();
        var stolen = SmallBank.first(URLUtils.parseParameters(bank.agree(theirs.goTo())), "code");
        String query = SmallBank.query(
                "code",
                stolen,
                "state",
                mine.sent().state().hex(),
                "iss",
                bank.issuer().toString());
        assertThat(arrive(query, mine.sent())).isEqualTo(new Arrival.TurnedDown("invalid_grant"));
    }

    @Test
    void aCustomersNoIsNoRefusalOfOurs() {
        Departure.Ready ready = ready();
        String no = SmallBank.query(
                "error",
                "access_denied",
                "state",
                ready.sent().state().hex(),
                "iss",
                bank.issuer().toString());
        assertThat(arrive(no, ready.sent())).isEqualTo(new Arrival.TurnedDown("access_denied"));
        assertThat(bank.redemptions).isZero();
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
        Departure.Ready ready = ready();
        var parameters = new LinkedHashMap<String, String>();
        URLUtils.parseParameters(bank.agree(ready.goTo()))
                .forEach((key, values) -> parameters.put(key, values.getFirst()));
        spoiled.spoil(parameters, bank.issuer(), otherBank.issuer());
        String query = SmallBank.query(parameters.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new));
        assertThat(arrive(query, ready.sent())).as(name).isEqualTo(new Arrival.Refused(refusal));
        assertThat(bank.redemptions).isZero();
    }

    @Test
    void aParameterThatIsThereTwiceIsRefused() {
        Departure.Ready ready = ready();
        String query = bank.agree(ready.goTo());
        assertThat(arrive(query + "&code=other", ready.sent()))
                .isEqualTo(new Arrival.Refused(FapiRefusal.NOT_A_RESPONSE));
    }

    @Test
    void aForeignBrowserSessionIsRefusedBeforeTheBankIsAsked() {
        Departure.Ready ready = ready();
        Arrival arrival = connector.arrive(bank.agree(ready.goTo()), ready.sent(), "c".repeat(43), PERSON);
        assertThat(arrival).isEqualTo(new Arrival.Refused(FapiRefusal.WRONG_SESSION));
        assertThat(bank.redemptions).isZero();
    }

    @Test
    void aRequestEndsAfterTenMinutes() {
        Departure.Ready ready = ready();
        String query = bank.agree(ready.goTo());
        later = Duration.ofSeconds(601);
        assertThat(arrive(query, ready.sent())).isEqualTo(new Arrival.Refused(FapiRefusal.EXPIRED));
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
                claim(
                        FapiRefusal.WRONG_TRUST_FRAMEWORK,
                        "verified_claims",
                        Map.of("verification", Map.of("trust_framework", "de_aml"), "claims", Map.of("name", "汐見 花子"))),
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
        bank.claims = spoiled;
        Departure.Ready ready = ready();
        assertThat(arrive(bank.agree(ready.goTo()), ready.sent())).as(claim).isEqualTo(new Arrival.Refused(refusal));
    }

    @Test
    void claimsBesideVerifiedClaimsCountForNothing() {
        bank.claims = claims -> {
            claims.remove("verified_claims");
            claims.put("name", "汐見 花子");
            claims.put("birthdate", "1990-04-01");
        };
        Departure.Ready ready = ready();
        assertThat(arrive(bank.agree(ready.goTo()), ready.sent()))
                .isEqualTo(new Arrival.Refused(FapiRefusal.CLAIMS_NOT_VERIFIED));
    }

    @Test
    void whoOnlyProvesAnAccountGetsNoMandate() {
        bank.claims = claims -> claims.remove("mandate");
        var request = new FapiRequest(Purpose.PROVE_HOLDER, REQUEST.reference(), BINDING, Set.of());
        Departure.Ready ready = ready(connector, request);
        LinkResult result = identified(arrive(bank.agree(ready.goTo()), ready.sent()));
        assertThat(result.mandate()).isEmpty();
        assertThat(result.match()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HS256, WRONG_ALGORITHM", "none, WRONG_ALGORITHM", "ES384, WRONG_ALGORITHM"})
    void anIdTokenOfAnotherAlgorithmIsRefused(String algorithm, FapiRefusal refusal) {
        bank.algorithm = new JWSAlgorithm(algorithm);
        if (algorithm.equals("ES384")) {
            bank.signingKey = Keys.next(Curve.P_384);
        }
        Departure.Ready ready = ready();
        assertThat(arrive(bank.agree(ready.goTo()), ready.sent())).isEqualTo(new Arrival.Refused(refusal));
    }

    @Test
    void anIdTokenUnderAnotherKeyIsRefused() {
        Departure.Ready ready = ready();
        bank.signingKey = Keys.next();
        assertThat(arrive(bank.agree(ready.goTo()), ready.sent()))
                .isEqualTo(new Arrival.Refused(FapiRefusal.UNKNOWN_KEY));
        Departure.Ready again = ready();
        bank.signingKey = new ECKey.Builder(Keys.next())
                .keyID(bank.publishedKey.getKeyID())
                .build();
        assertThat(arrive(bank.agree(again.goTo()), again.sent()))
                .isEqualTo(new Arrival.Refused(FapiRefusal.BAD_SIGNATURE));
    }

    @Test
    void aBanksNewKeyIsFetched() {
        Departure.Ready ready = ready();
        bank.publishedKey = Keys.next();
        bank.signingKey = bank.publishedKey;
        later = Duration.ofSeconds(11);
        identified(arrive(bank.agree(ready.goTo()), ready.sent()));
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
        bank.tokens = tokens -> put(tokens, field, value);
        Departure.Ready ready = ready();
        assertThat(arrive(bank.agree(ready.goTo()), ready.sent())).isEqualTo(new Arrival.Refused(refusal));
    }

    @Test
    void noWholeAnswerIsNoRefusal() {
        bank.tokenStatus = 503;
        Departure.Ready ready = ready();
        assertThat(arrive(bank.agree(ready.goTo()), ready.sent())).isInstanceOf(Arrival.Unanswered.class);
        bank.close();
        later = Duration.ofMinutes(11);
        assertThat(connector.depart(REQUEST)).isInstanceOf(Departure.Unanswered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, https://evil.example, METADATA_OF_ANOTHER_ISSUER",
        "issuer, , NOT_METADATA",
        "token_endpoint, http://localhost:1/token, ENDPOINT_ELSEWHERE",
        "jwks_uri, https://evil.example/keys, ENDPOINT_ELSEWHERE",
        "authorization_endpoint, https://evil.example/login, ENDPOINT_ELSEWHERE",
        "pushed_authorization_request_endpoint, , NOT_METADATA",
    })
    void aBankThatPublishesSomethingElseIsNotSpokenTo(String field, String value, FapiRefusal refusal) {
        bank.metadata = metadata -> put(metadata, field, value);
        assertThat(connector.depart(REQUEST)).isEqualTo(new Departure.Refused(refusal));
        assertThat(bank.pushes).isZero();
    }

    @Test
    void aBankMayTurnARequestDown() {
        bank.pushAnswer = answer -> answer.put("error", "invalid_scope");
        assertThat(connector.depart(REQUEST)).isEqualTo(new Departure.TurnedDown("invalid_scope"));
        bank.pushAnswer = answer -> answer.remove("request_uri");
        assertThat(connector.depart(REQUEST)).isEqualTo(new Departure.Refused(FapiRefusal.NOT_A_PUSHED_REQUEST));
    }

    @Test
    void aRequestEndsAtItsOwnConnectorAlone() {
        Departure.Ready ready = ready();
        try (FapiConnector other = connector(otherBank.issuer(), RETURN)) {
            assertThatThrownBy(() -> other.arrive(bank.agree(ready.goTo()), ready.sent(), BINDING, PERSON))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Changes what a browser brings back. */
    @FunctionalInterface
    interface Spoiled {
        void spoil(Map<String, String> parameters, URI own, URI other);
    }

    private static Arguments query(String name, FapiRefusal refusal, Spoiled spoiled) {
        return Arguments.of(name, refusal, spoiled);
    }

    private static Arguments claim(FapiRefusal refusal, String claim, @Nullable Object value) {
        Consumer<Map<String, Object>> spoiled = claims -> put(claims, claim, value);
        return Arguments.of(refusal, claim, spoiled);
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private static void verified(Map<String, Object> claims, String framework, Map<String, Object> values) {
        claims.put("verified_claims", Map.of("verification", Map.of("trust_framework", framework), "claims", values));
    }

    private Departure.Ready ready() {
        return ready(connector, REQUEST);
    }

    private static Departure.Ready ready(FapiConnector connector, FapiRequest request) {
        return switch (connector.depart(request)) {
            case Departure.Ready ready -> ready;
            case Departure.TurnedDown other -> throw new AssertionError(other);
            case Departure.Refused other -> throw new AssertionError(other);
            case Departure.Unanswered other -> throw new AssertionError(other);
        };
    }

    private Arrival arrive(String query, SentAuthorisation sent) {
        return connector.arrive(query, sent, BINDING, PERSON);
    }

    private static LinkResult identified(Arrival arrival) {
        assertThat(arrival).isInstanceOf(Arrival.Identified.class);
        return ((Arrival.Identified) arrival).result();
    }

    private FapiConnector connector(URI issuer, URI returnTo) {
        var settings = new FapiBank(issuer, CLIENT, KEY, returnTo, Reach.INTERNET, Set.of("jp_aml"), true);
        return new FapiConnector(
                settings, Set.of(bank.issuer(), otherBank.issuer()), Comparison.exact(), clock, new SecureRandom());
    }

    private static SmallBank started() {
        try {
            return new SmallBank(CLIENT, KEY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
