package sekisho.identity.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.formats.matching.Attribute;
import sekisho.identity.AdjustableClock;
import sekisho.identity.Evidence;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Source;
import sekisho.identity.Verdict;

final class VerifiedClaimsTest {
    private static final String ISSUER = "https://identity.example";

    private final AdjustableClock clock = new AdjustableClock();
    private final VerifiedClaims claims = new VerifiedClaims(ClaimsPolicy.jpAml(ISSUER, Duration.ofDays(365)), clock);

    @Test
    void verifiedClaimsBecomeEvidence() {
        Evidence evidence = verified(claims.read(token(verification(), person())));
        assertThat(evidence.value(Attribute.NAME_KANJI)).contains("見本 花子");
        assertThat(evidence.value(Attribute.NAME_KANA)).contains("ミホン ハナコ");
        assertThat(evidence.value(Attribute.BIRTH_DATE)).contains("1990-04-01");
        assertThat(evidence.value(Attribute.ADDRESS)).contains("東京都千代田区見本町1-2-3");
        assertThat(evidence.value(Attribute.PHONE)).contains("+81 90 0000 0000");
        assertThat(evidence.attributes()).allMatch(one -> one.source() == Source.IDENTITY_PROVIDER);
        assertThat(evidence.issuer()).isEqualTo(ISSUER);
        assertThat(evidence.verifiedAt()).isEqualTo("2026-10-01T00:00:00Z");
        assertThat(evidence.validUntil()).isEqualTo("2027-10-01T00:00:00Z");
        assertThat(evidence.isEnoughAlone()).isTrue();
    }

    @Test
    void namesWithoutATagAreToldByTheirScript() {
        var plain = new HashMap<String, Object>(person());
        plain.remove("family_name#ja-Hani-JP");
        plain.remove("given_name#ja-Hani-JP");
        plain.put("name", "見本 花子");
        assertThat(verified(claims.read(token(verification(), plain))).value(Attribute.NAME_KANJI))
                .contains("見本 花子");
        plain.put("name", "MIHON HANAKO");
        assertRefused(IdentityRefusal.ATTRIBUTE_MISSING, token(verification(), plain));
    }

    @Test
    void claimsBesideTheVerifiedOnesCountForNothing() {
        var few = new HashMap<String, Object>(person());
        few.remove("address");
        var token = new HashMap<String, Object>(token(verification(), few));
        token.put("address", Map.of("formatted", "東京都千代田区見本町1-2-3"));
        assertRefused(IdentityRefusal.ATTRIBUTE_MISSING, token);
        token.remove("verified_claims");
        token.putAll(person());
        assertRefused(IdentityRefusal.CLAIMS_MISSING, token);
    }

    @ParameterizedTest
    @CsvSource({
        "trust_framework, eidas, TRUST_FRAMEWORK_NOT_ACCEPTED",
        "trust_framework, '', TRUST_FRAMEWORK_NOT_ACCEPTED",
        "time, 2026-11-25T09:01:01Z, VERIFIED_IN_THE_FUTURE",
        "time, 2025-11-25T09:00:00Z, VERIFIED_TOO_LONG_AGO",
        "time, 2026-10-01, MALFORMED",
        "time, '', MALFORMED",
    })
    void aVerificationThatIsNotAcceptedIsRefused(String member, String value, IdentityRefusal reason) {
        var verification = new HashMap<String, Object>(verification());
        verification.put(member, value);
        assertRefused(reason, token(verification, person()));
    }

    @Test
    void evidenceIsNeededAndOfAcceptedTypesAndNotExpired() {
        assertRefused(IdentityRefusal.EVIDENCE_NOT_ACCEPTED, token(with("evidence", List.of()), person()));
        assertRefused(
                IdentityRefusal.EVIDENCE_NOT_ACCEPTED,
                token(with("evidence", List.of(Map.of("type", "vouch"))), person()));
        assertRefused(
                IdentityRefusal.DOCUMENT_EXPIRED, token(with("evidence", List.of(document("2026-11-24"))), person()));
        verified(claims.read(token(with("evidence", List.of(document("2026-11-25"))), person())));
        verified(claims.read(token(with("evidence", List.of(Map.of("type", "electronic_signature"))), person())));
    }

    @ParameterizedTest
    @CsvSource({
        "birthdate, 0000-04-01, MALFORMED",
        "birthdate, 1990, MALFORMED",
        "birthdate, '', ATTRIBUTE_MISSING",
    })
    void aBirthDateIsAWholeDate(String member, String value, IdentityRefusal reason) {
        var person = new HashMap<String, Object>(person());
        person.put(member, value);
        assertRefused(reason, token(verification(), person));
    }

    @Test
    void aMemberOfAnotherShapeIsRefused() {
        var person = new HashMap<String, Object>(person());
        person.put("birthdate", 19900401);
        assertRefused(IdentityRefusal.MALFORMED, token(verification(), person));
        assertRefused(IdentityRefusal.MALFORMED, Map.of("iss", ISSUER, "sub", "1", "verified_claims", "yes"));
        assertRefused(IdentityRefusal.MALFORMED, Map.of("iss", ISSUER, "verified_claims", List.of()));
        assertRefused(IdentityRefusal.CLAIMS_MISSING, Map.of("iss", ISSUER, "sub", "1", "verified_claims", List.of()));
    }

    @Test
    void anotherProviderIsRefused() {
        var token = new HashMap<String, Object>(token(verification(), person()));
        token.put("iss", ISSUER + "/");
        assertRefused(IdentityRefusal.PROVIDER_NOT_ACCEPTED, token);
        token.remove("iss");
        assertRefused(IdentityRefusal.PROVIDER_NOT_ACCEPTED, token);
    }

    @Test
    void ofAListTheFirstThatPassesCounts() {
        var other = Map.of("verification", with("trust_framework", "eidas"), "claims", person());
        var good = Map.of("verification", verification(), "claims", person());
        verified(claims.read(Map.of("iss", ISSUER, "sub", "1", "verified_claims", List.of(other, good))));
        assertRefused(
                IdentityRefusal.TRUST_FRAMEWORK_NOT_ACCEPTED,
                Map.of("iss", ISSUER, "sub", "1", "verified_claims", List.of(other)));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        var person = new HashMap<String, Object>(person());
        person.put("address", Map.of("formatted", "東".repeat(257)));
        assertRefused(IdentityRefusal.TOO_LARGE, token(verification(), person));
        var entry = Map.of("verification", verification(), "claims", person());
        assertRefused(
                IdentityRefusal.TOO_LARGE,
                Map.of("iss", ISSUER, "sub", "1", "verified_claims", java.util.Collections.nCopies(17, entry)));
    }

    private static Map<String, Object> token(Map<String, Object> verification, Map<String, Object> person) {
        return Map.of(
                "iss",
                ISSUER,
                "sub",
                "248289761001",
                "verified_claims",
                Map.of("verification", verification, "claims", person));
    }

    private static Map<String, Object> verification() {
        return Map.of(
                "trust_framework",
                "jp_aml",
                "time",
                "2026-10-01T09:00+09:00",
                "evidence",
                List.of(document("2030-04-01")));
    }

    private static Map<String, Object> document(String expiry) {
        return Map.of(
                "type",
                "document",
                "document_details",
                Map.of("type", "jp_individual_number_card", "date_of_expiry", expiry));
    }

    private static Map<String, Object> with(String member, Object value) {
        var verification = new HashMap<String, Object>(verification());
        verification.put(member, value);
        return verification;
    }

    private static Map<String, Object> person() {
        return Map.of(
                "family_name#ja-Hani-JP",
                "見本",
                "given_name#ja-Hani-JP",
                "花子",
                "family_name#ja-Kana-JP",
                "ミホン",
                "given_name#ja-Kana-JP",
                "ハナコ",
                "birthdate",
                "1990-04-01",
                "address",
                Map.of("region", "東京都", "locality", "千代田区", "street_address", "見本町1-2-3"),
                "phone_number",
                "+81 90 0000 0000");
    }

    private static Evidence verified(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        return ((Verdict.Verified) verdict).evidence();
    }

    private void assertRefused(IdentityRefusal reason, Map<String, ?> token) {
        assertThat(claims.read(token)).isEqualTo(new Verdict.Refused(reason));
    }
}
