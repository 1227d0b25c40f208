package sekisho.bank.fapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sekisho.bank.fapi.Trip.BINDING;
import static sekisho.bank.fapi.Trip.PERSON;
import static sekisho.bank.fapi.Trip.REQUEST;
import static sekisho.bank.fapi.Trip.identified;
import static sekisho.bank.fapi.Trip.put;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.bank.AccountToken;
import sekisho.bank.redirect.Attribute;
import sekisho.bank.redirect.Factor;
import sekisho.bank.redirect.FactorKind;
import sekisho.bank.redirect.HolderNotice;
import sekisho.bank.redirect.LinkResult;
import sekisho.bank.redirect.MatchCode;
import sekisho.bank.redirect.Purpose;

/** A good bank is understood, and one that answers otherwise is not spoken to. */
final class FapiConnectorTest {
    private final Trip trip = new Trip();

    @AfterEach
    void stop() {
        trip.close();
    }

    @Test
    void aPersonComesBackIdentified() {
        LinkResult result = identified(trip.whole());
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
        assertThat(trip.bank.door().lastAssertion.getAudience())
                .containsExactly(trip.bank.issuer().toString());
    }

    @Test
    void anotherPersonsNameIsNoMatchAndNothingOfItIsKept() {
        trip.bank.claims =
                claims -> verified(claims, "jp_aml", Map.of("name", "湊 太郎", "phone_number", "+81 90-1234-5678"));
        LinkResult result = identified(trip.whole());
        assertThat(result.match())
                .isEqualTo(Map.of(
                        Attribute.NAME_KANJI, MatchCode.NMTC,
                        Attribute.BIRTH_DATE, MatchCode.NOAP,
                        Attribute.PHONE, MatchCode.MTCH));
        assertThat(result.toString()).doesNotContain("湊", "汐見", "1990");
    }

    @Test
    void aBankMayWantItsNonceInTheProof() {
        trip.bank.door().proofNonce = "n-1";
        identified(trip.whole());
        assertThat(trip.bank.door().proofsWithoutNonce).isEqualTo(2);
    }

    @Test
    void aRequestIsKeptAsTextWithoutShowingItsSecrets() {
        Departure.Ready ready = trip.ready();
        SentAuthorisation kept = SentAuthorisation.ofSecretText(ready.sent().secretText());
        assertThat(kept).isEqualTo(ready.sent());
        assertThat(kept.toString())
                .doesNotContain(
                        kept.verifier(),
                        kept.proofKey().getD().toString(),
                        kept.state().hex());
        identified(trip.arrive(trip.bank.agree(ready.goTo()), kept));
        assertThatThrownBy(() -> SentAuthorisation.ofSecretText("{\"secret\": 1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret\"");
    }

    @Test
    void aCodeIsRedeemedOnce() {
        Departure.Ready ready = trip.ready();
        String query = trip.bank.agree(ready.goTo());
        identified(trip.arrive(query, ready.sent()));
        assertThat(trip.arrive(query, ready.sent())).isEqualTo(new Arrival.TurnedDown("invalid_grant"));
    }

    @Test
    void aCodeOfAnotherRequestIsWorthNothing() {
        Departure.Ready mine = trip.ready();
        Departure.Ready theirs = trip.ready();
        var stolen = SmallBank.first(URLUtils.parseParameters(trip.bank.agree(theirs.goTo())), "code");
        String query = SmallBank.query(
                "code",
                stolen,
                "state",
                mine.sent().state().hex(),
                "iss",
                trip.bank.issuer().toString());
        assertThat(trip.arrive(query, mine.sent())).isEqualTo(new Arrival.TurnedDown("invalid_grant"));
    }

    @Test
    void aCustomersNoIsNoRefusalOfOurs() {
        Departure.Ready ready = trip.ready();
        String no = SmallBank.query(
                "error",
                "access_denied",
                "state",
                ready.sent().state().hex(),
                "iss",
                trip.bank.issuer().toString());
        assertThat(trip.arrive(no, ready.sent())).isEqualTo(new Arrival.TurnedDown("access_denied"));
        assertThat(trip.bank.redemptions).isZero();
    }

    @Test
    void whoOnlyProvesAnAccountGetsNoMandate() {
        trip.bank.claims = claims -> claims.remove("mandate");
        var request = new FapiRequest(Purpose.PROVE_HOLDER, REQUEST.reference(), BINDING, Set.of());
        Departure.Ready ready = trip.ready(request);
        LinkResult result = identified(trip.arrive(trip.bank.agree(ready.goTo()), ready.sent()));
        assertThat(result.mandate()).isEmpty();
        assertThat(result.match()).isEmpty();
    }

    @Test
    void aBanksNewKeyIsFetched() {
        Departure.Ready ready = trip.ready();
        trip.bank.publishedKey = Keys.next();
        trip.bank.signingKey = trip.bank.publishedKey;
        trip.later = Duration.ofSeconds(11);
        identified(trip.arrive(trip.bank.agree(ready.goTo()), ready.sent()));
    }

    @Test
    void noWholeAnswerIsNoRefusal() {
        trip.bank.tokenStatus = 503;
        assertThat(trip.whole()).isInstanceOf(Arrival.Unanswered.class);
        trip.bank.close();
        trip.later = Duration.ofMinutes(11);
        assertThat(trip.connector.depart(REQUEST)).isInstanceOf(Departure.Unanswered.class);
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
        trip.bank.metadata = metadata -> put(metadata, field, value);
        assertThat(trip.connector.depart(REQUEST)).isEqualTo(new Departure.Refused(refusal));
        assertThat(trip.bank.pushes).isZero();
    }

    @Test
    void aBankMayTurnARequestDown() {
        trip.bank.pushAnswer = answer -> answer.put("error", "invalid_scope");
        assertThat(trip.connector.depart(REQUEST)).isEqualTo(new Departure.TurnedDown("invalid_scope"));
        trip.bank.pushAnswer = answer -> answer.remove("request_uri");
        assertThat(trip.connector.depart(REQUEST)).isEqualTo(new Departure.Refused(FapiRefusal.NOT_A_PUSHED_REQUEST));
    }

    @Test
    void aRequestEndsAtItsOwnConnectorAlone() {
        Departure.Ready ready = trip.ready();
        try (FapiConnector other = trip.connector(trip.otherBank.issuer())) {
            assertThatThrownBy(() -> other.arrive(trip.bank.agree(ready.goTo()), ready.sent(), BINDING, PERSON))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void verified(Map<String, Object> claims, String framework, Map<String, Object> values) {
        claims.put("verified_claims", Map.of("verification", Map.of("trust_framework", framework), "claims", values));
    }
}
