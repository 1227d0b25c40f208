package sekisho.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import sekisho.bank.AccountToken;
import sekisho.bank.fapi.Arrival;
import sekisho.bank.fapi.Comparison;
import sekisho.bank.fapi.Departure;
import sekisho.bank.fapi.FapiBank;
import sekisho.bank.fapi.FapiConnector;
import sekisho.bank.fapi.FapiRefusal;
import sekisho.bank.fapi.FapiRequest;
import sekisho.bank.fapi.SentAuthorisation;
import sekisho.bank.outgoing.Reach;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.LinkResult;
import sekisho.bank.redirect.MatchCode;
import sekisho.bank.redirect.OpaqueId;
import sekisho.bank.redirect.Purpose;

/** A real Keycloak with two realms as two banks: what it refuses, and what we refuse of what it says. */
@TestInstance(Lifecycle.PER_CLASS)
final class KeycloakTest {
    private static final Realm ONE = Realms.ONE;
    private static final Realm TWO = Realms.TWO;
    private static final String BINDING = "b".repeat(43);
    private static final Map<Attribute, String> PERSON =
            Map.of(Attribute.NAME_KANJI, "汐見　花子", Attribute.BIRTH_DATE, "1990-04-01");
    private static final FapiRequest REQUEST =
            new FapiRequest(Purpose.LINK, new OpaqueId("1".repeat(32)), BINDING, PERSON.keySet());

    private final ECKey key = Realms.KEY;
    private final KeycloakServer keycloak = Realms.keycloak();
    private final FapiConnector connector = connector(ONE, Realm.CLIENT);

    @AfterAll
    void stop() {
        connector.close();
    }

    @Test
    void aPersonComesBackIdentifiedAndMatched() throws Exception {
        Departure.Ready ready = ready(connector, REQUEST);
        Arrival arrival = connector.arrive(hanako(ready), ready.sent(), BINDING, PERSON);
        assertThat(arrival).isInstanceOf(Arrival.Identified.class);
        LinkResult result = ((Arrival.Identified) arrival).result();
        assertThat(result.account()).hasValue(AccountToken.parse(ONE.account()));
        assertThat(result.mandate()).hasValue(AccountToken.parse(ONE.mandate()));
        assertThat(result.match())
                .isEqualTo(Map.of(Attribute.NAME_KANJI, MatchCode.MTCH, Attribute.BIRTH_DATE, MatchCode.MTCH));
    }

    @Test
    void somebodyElseIsNoMatch() throws Exception {
        Departure.Ready ready = ready(connector, REQUEST);
        Arrival arrival = connector.arrive(
                hanako(ready),
                ready.sent(),
                BINDING,
                Map.of(Attribute.NAME_KANJI, "湊 太郎", Attribute.BIRTH_DATE, "1990-04-01"));
        assertThat(((Arrival.Identified) arrival).result().match()).containsEntry(Attribute.NAME_KANJI, MatchCode.NMTC);
    }

    @Test
    void weRefuseClaimsThatAreNotVerified() throws Exception {
        Departure.Ready ready = ready(connector, REQUEST);
        refused(connector.arrive(taro(ready), ready.sent(), BINDING, PERSON), FapiRefusal.CLAIMS_NOT_VERIFIED);
    }

    @Test
    void weRefuseAnAbsentAndAWrongIssuer() throws Exception {
        Departure.Ready ready = ready(connector, REQUEST);
        String query = hanako(ready);
        refused(connector.arrive(without(query, "iss"), ready.sent(), BINDING, PERSON), FapiRefusal.ISSUER_MISSING);
        String elsewhere = without(query, "iss") + "&iss=https%3A%2F%2Fevil.example";
        refused(connector.arrive(elsewhere, ready.sent(), BINDING, PERSON), FapiRefusal.WRONG_ISSUER);
        // The code was not spent: the bank was not asked.
        assertThat(connector.arrive(query, ready.sent(), BINDING, PERSON)).isInstanceOf(Arrival.Identified.class);
    }

    @Test
    void weRefuseTheMixUpOfTwoBanks() throws Exception {
        try (FapiConnector other = connector(TWO, Realm.CLIENT)) {
            Departure.Ready atOne = ready(connector, REQUEST);
            Departure.Ready atTwo = ready(other, REQUEST);
            // Somebody makes the other bank's answer look like the answer to this request.
            String answer = without(hanako(atTwo), "state") + "&state="
                    + atOne.sent().state().hex();
            refused(connector.arrive(answer, atOne.sent(), BINDING, PERSON), FapiRefusal.MIXED_UP);
        }
    }

    @Test
    void weRefuseAForeignBrowserSession() throws Exception {
        Departure.Ready ready = ready(connector, REQUEST);
        String query = hanako(ready);
        refused(connector.arrive(query, ready.sent(), "c".repeat(43), PERSON), FapiRefusal.WRONG_SESSION);
        assertThat(connector.arrive(query, ready.sent(), BINDING, PERSON)).isInstanceOf(Arrival.Identified.class);
    }

    @Test
    void weRefuseAnotherNonce() throws Exception {
        Departure.Ready ready = ready(connector, REQUEST);
        SentAuthorisation it = ready.sent();
        var spoiled = new SentAuthorisation(
                it.issuer(),
                it.issuedAt(),
                it.expiresAt(),
                it.state(),
                new OpaqueId("0".repeat(32)),
                it.verifier(),
                it.proofKey(),
                it.request());
        refused(connector.arrive(hanako(ready), spoiled, BINDING, PERSON), FapiRefusal.WRONG_NONCE);
    }

    @Test
    void weRefuseAnIdTokenForSomebodyElseBesides() throws Exception {
        try (FapiConnector shared = connector(ONE, Realm.SHARED_CLIENT)) {
            Departure.Ready ready = ready(shared, REQUEST);
            refused(shared.arrive(hanako(ready), ready.sent(), BINDING, PERSON), FapiRefusal.ID_TOKEN_FOR_ANOTHER);
        }
    }

    @Test
    void keycloakRefusesARequestWithoutPkce() throws Exception {
        try (RawClient raw = raw()) {
            var form = raw.authorisation();
            form.remove("code_challenge");
            form.remove("code_challenge_method");
            RawClient.Answer pushed = raw.post(raw.pushEndPoint(), form);
            assertThat(pushed.error()).isEqualTo("invalid_request");
            assertThat(pushed.body().toString()).contains("code_challenge");
        }
    }

    @Test
    void keycloakRefusesAnAssertionThatExpired() throws Exception {
        try (RawClient raw = raw()) {
            String issuer = keycloak.issuer(ONE.name()).toString();
            RawClient.Answer answer = pushedWith(raw, raw.assertion(issuer, Duration.ofMinutes(-2)));
            assertThat(answer.error()).as("%s", answer).isEqualTo("invalid_request");
            assertThat(answer.sentence()).isEqualTo("Authentication failed.");
            assertThat(pushedWith(raw, raw.assertion(issuer, RawClient.MINUTE)).accepted())
                    .isTrue();
        }
    }

    /** The end point alone is the wrong one as well: another bank could forward it. */
    @Test
    void keycloakRefusesAnAssertionForAnotherAudience() throws Exception {
        try (RawClient raw = raw()) {
            String other = keycloak.issuer(TWO.name()).toString();
            RawClient.Answer answer = pushedWith(raw, raw.assertion(other, RawClient.MINUTE));
            assertThat(answer.error()).as("%s", answer).isEqualTo("invalid_request");
            assertThat(answer.sentence()).isEqualTo("Authentication failed.");
            answer = pushedWith(raw, raw.assertion(raw.tokenEndPoint().toString(), RawClient.MINUTE));
            assertThat(answer.error()).as("%s", answer).isEqualTo("invalid_request");
            assertThat(answer.sentence()).contains("invalid audience");
        }
    }

    @Test
    void keycloakRefusesACodeASecondTime() throws Exception {
        try (RawClient raw = raw();
                Visitor visitor = new Visitor()) {
            String code = code(raw, visitor);
            assertThat(raw.post(raw.tokenEndPoint(), raw.redemption(code)).accepted())
                    .isTrue();
            var again = raw.post(raw.tokenEndPoint(), raw.redemption(code));
            assertThat(again.error()).isEqualTo("invalid_grant");
        }
    }

    @Test
    void keycloakRefusesAProofThatWasUsedOrIsMissing() throws Exception {
        try (RawClient raw = raw();
                Visitor visitor = new Visitor()) {
            URI endPoint = raw.tokenEndPoint();
            String issuer = keycloak.issuer(ONE.name()).toString();
            String proof = raw.proof(endPoint);
            String first = code(raw, visitor);
            assertThat(raw.post(endPoint, raw.redemption(first), raw.assertion(issuer, RawClient.MINUTE), proof)
                            .accepted())
                    .isTrue();
            String second = code(raw, visitor);
            var again = raw.post(endPoint, raw.redemption(second), raw.assertion(issuer, RawClient.MINUTE), proof);
            assertThat(again.error()).as("%s", again).isEqualTo("invalid_request");
            assertThat(again.sentence()).as("%s", again).isEqualTo("DPoP proof has already been used");
            String third = code(raw, visitor);
            var none = raw.post(endPoint, raw.redemption(third), raw.assertion(issuer, RawClient.MINUTE), "");
            assertThat(none.error()).as("%s", none).isEqualTo("invalid_request");
            assertThat(none.sentence()).as("%s", none).isEqualTo("DPoP proof is missing");
        }
    }

    private static RawClient.Answer pushedWith(RawClient raw, String assertion) throws Exception {
        URI endPoint = raw.pushEndPoint();
        return raw.post(endPoint, raw.authorisation(), assertion, raw.proof(endPoint));
    }

    private String code(RawClient raw, Visitor visitor) throws Exception {
        RawClient.Answer pushed = raw.post(raw.pushEndPoint(), raw.authorisation());
        assertThat(pushed.accepted()).as("%s", pushed).isTrue();
        String query = visitor.login(raw.goTo(pushed), "hanako", "a-long-password-1");
        return URLUtils.parseParameters(query).getOrDefault("code", List.of("")).getFirst();
    }

    private static String hanako(Departure.Ready ready) throws Exception {
        try (Visitor visitor = new Visitor()) {
            return visitor.login(ready.goTo(), "hanako", "a-long-password-1");
        }
    }

    private static String taro(Departure.Ready ready) throws Exception {
        try (Visitor visitor = new Visitor()) {
            return visitor.login(ready.goTo(), "taro", "a-long-password-2");
        }
    }

    private static String without(String query, String name) {
        var parameters = new LinkedHashMap<>(URLUtils.parseParameters(query));
        assertThat(parameters.remove(name)).isNotNull();
        return URLUtils.serializeParameters(parameters);
    }

    private static void refused(Arrival arrival, FapiRefusal reason) {
        assertThat(arrival).isEqualTo(new Arrival.Refused(reason));
    }

    private static Departure.Ready ready(FapiConnector connector, FapiRequest request) {
        Departure departure = connector.depart(request);
        assertThat(departure).isInstanceOf(Departure.Ready.class);
        return (Departure.Ready) departure;
    }

    private FapiConnector connector(Realm realm, String client) {
        var bank = new FapiBank(
                keycloak.issuer(realm.name()), client, key, Realm.RETURN, Reach.INTERNET, Set.of("jp_aml"), false);
        var issuers = Set.of(keycloak.issuer(ONE.name()), keycloak.issuer(TWO.name()));
        return new FapiConnector(bank, issuers, Comparison.exact(), InstantSource.system(), new SecureRandom());
    }

    private RawClient raw() {
        return new RawClient(keycloak.issuer(ONE.name()), key, Realms.key());
    }
}
