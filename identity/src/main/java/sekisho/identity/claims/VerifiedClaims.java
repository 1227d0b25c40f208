package sekisho.identity.claims;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Digests;
import sekisho.identity.Evidence;
import sekisho.identity.EvidenceKind;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Refusal;
import sekisho.identity.Verdict;
import sekisho.identity.VerifiedAttribute;

/**
 * Reads {@code verified_claims} (OpenID Identity Assurance Schema Definition 1.0) by one provider's policy. Immutable.
 */
public final class VerifiedClaims {

    /** How far a provider's clock may be ahead. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final ClaimsPolicy policy;
    private final InstantSource clock;

    public VerifiedClaims(ClaimsPolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Checks the claims of an ID token or of a user-info answer whose signature, audience, nonce and times the caller has
     * verified. Claims outside of {@code verified_claims} count for nothing, but for {@code iss} and {@code sub}.
     *
     * <p>Where {@code verified_claims} is a list, the first entry that passes counts; if none does, the first one's refusal.
     *
     * @param token the token's claims, as a JSON parser has them
     */
    public Verdict read(Map<String, ?> token) {
        try {
            return readOrRefuse(new Json(token), clock.instant());
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal.reason());
        }
    }

    private Verdict readOrRefuse(Json token, Instant now) throws Refusal {
        if (!token.text("iss").equals(Optional.of(policy.issuer()))) {
            throw new Refusal(IdentityRefusal.PROVIDER_NOT_ACCEPTED);
        }
        String subject = token.text("sub").orElseThrow(() -> new Refusal(IdentityRefusal.MALFORMED));
        Object verified =
                token.member("verified_claims").orElseThrow(() -> new Refusal(IdentityRefusal.CLAIMS_MISSING));
        Optional<Refusal> first = Optional.empty();
        for (Json entry : Json.objects(verified)) {
            try {
                return new Verdict.Verified(entry(entry, subject, now));
            } catch (Refusal refusal) {
                first = first.isPresent() ? first : Optional.of(refusal);
            }
        }
        throw first.orElse(new Refusal(IdentityRefusal.CLAIMS_MISSING));
    }

    private Evidence entry(Json entry, String subject, Instant now) throws Refusal {
        Json verification = entry.object("verification").orElseThrow(() -> new Refusal(IdentityRefusal.CLAIMS_MISSING));
        Json claims = entry.object("claims").orElseThrow(() -> new Refusal(IdentityRefusal.CLAIMS_MISSING));
        if (verification
                .text("trust_framework")
                .filter(policy.trustFrameworks()::contains)
                .isEmpty()) {
            throw new Refusal(IdentityRefusal.TRUST_FRAMEWORK_NOT_ACCEPTED);
        }
        Instant verifiedAt = time(verification);
        if (verifiedAt.isAfter(now.plus(SKEW))) {
            throw new Refusal(IdentityRefusal.VERIFIED_IN_THE_FUTURE);
        }
        Instant validUntil = verifiedAt.plus(policy.maxAge());
        if (!validUntil.isAfter(now)) {
            throw new Refusal(IdentityRefusal.VERIFIED_TOO_LONG_AGO);
        }
        checkEvidence(verification.objects("evidence"), now);
        var person = new PersonClaims(claims);
        List<VerifiedAttribute> attributes = person.attributes();
        List<Attribute> there =
                attributes.stream().map(VerifiedAttribute::attribute).toList();
        if (!there.containsAll(policy.required())) {
            throw new Refusal(IdentityRefusal.ATTRIBUTE_MISSING);
        }
        return new Evidence(
                EvidenceKind.VERIFIED_CLAIMS,
                policy.demonstration(),
                attributes,
                person.gender(),
                policy.issuer(),
                Digests.sha256((policy.issuer() + "\n" + subject).getBytes(UTF_8)),
                verifiedAt,
                validUntil);
    }

    private void checkEvidence(List<Json> evidence, Instant now) throws Refusal {
        if (evidence.isEmpty()) {
            throw new Refusal(IdentityRefusal.EVIDENCE_NOT_ACCEPTED);
        }
        for (Json one : evidence) {
            if (one.text("type").filter(policy.evidenceTypes()::contains).isEmpty()) {
                throw new Refusal(IdentityRefusal.EVIDENCE_NOT_ACCEPTED);
            }
            Optional<Json> document = one.object("document_details");
            if (document.isPresent()) {
                checkExpiry(document.get().text("date_of_expiry"), now);
            }
        }
    }

    private static void checkExpiry(Optional<String> expiry, Instant now) throws Refusal {
        if (expiry.isEmpty()) {
            return; // Some documents have none.
        }
        try {
            LocalDate last = LocalDate.parse(expiry.get());
            if (!last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(now)) {
                throw new Refusal(IdentityRefusal.DOCUMENT_EXPIRED);
            }
        } catch (DateTimeException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    /** The schema lets it be missing; undated evidence is none here. */
    private static Instant time(Json verification) throws Refusal {
        String time = verification.text("time").orElseThrow(() -> new Refusal(IdentityRefusal.MALFORMED));
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }
}
