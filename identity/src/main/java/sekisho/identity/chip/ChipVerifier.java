package sekisho.identity.chip;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyInformation;
import sekisho.formats.matching.Attribute;
import sekisho.identity.ChallengeGate;
import sekisho.identity.Challenges;
import sekisho.identity.Digests;
import sekisho.identity.Evidence;
import sekisho.identity.EvidenceKind;
import sekisho.identity.Gender;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.Source;
import sekisho.identity.Verdict;
import sekisho.identity.VerifiedAttribute;
import sekisho.identity.pki.Certificates;
import sekisho.identity.pki.CertifiedPath;
import sekisho.identity.pki.Limits;
import sekisho.identity.pki.Paths;
import sekisho.identity.pki.Revocation;
import sekisho.identity.pki.RevocationSource;
import sekisho.identity.pki.Signatures;
import sekisho.identity.pki.TrustAnchors;

/** Checks the signature of a person's IC card. Immutable, but for the challenges that it takes. */
public final class ChipVerifier {
    private static final String POLICIES = "2.5.29.32";
    private static final int NON_REPUDIATION = 1;

    private final CertificateProfile profile;
    private final Paths paths;
    private final Revocation revocation;
    private final Challenges challenges;
    private final InstantSource clock;

    public ChipVerifier(
            CertificateProfile profile,
            TrustAnchors anchors,
            RevocationSource revocationSource,
            Challenges challenges,
            InstantSource clock) {
        this.profile = profile;
        this.paths = new Paths(anchors);
        this.revocation = new Revocation(revocationSource);
        this.challenges = challenges;
        this.clock = clock;
    }

    /**
     * Checks, in this order: sizes, the challenge (spent from here on), whether the certificate can be read, its kind, its
     * path and policy, revocation, the key, the signature, the attributes.
     */
    public Verdict verify(ChipProof proof) {
        try {
            return new Verdict.Verified(verifyOrRefuse(proof, clock.instant()));
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal.reason());
        }
    }

    private Evidence verifyOrRefuse(ChipProof proof, Instant now) throws Refusal {
        Limits.check(proof.signature(), Limits.SIGNATURE);
        Limits.check(proof.certificate(), Limits.CERTIFICATE);
        Limits.check(proof.between(), Limits.CERTIFICATE);
        ChallengeGate.pass(challenges, proof.challenge());
        X509Certificate certificate = Certificates.read(proof.certificate());
        checkKind(certificate);
        CertifiedPath path =
                paths.validate(certificate, Certificates.read(proof.between()), profile.signaturePolicies(), now);
        revocation.check(path, proof.stapled(), now);
        Signatures.check(
                certificate.getPublicKey(),
                ChipProof.message(proof.challenge()),
                proof.signature().toArray());
        return evidence(path, proof.certificate(), now);
    }

    /** Certificates for logging in have their own policy, and may not be used for what is binding (non-repudiation). */
    private void checkKind(X509Certificate certificate) throws Refusal {
        Set<String> policies = policies(certificate);
        boolean[] usage = certificate.getKeyUsage();
        boolean binds = usage != null && usage[NON_REPUDIATION];
        if (policies.stream().anyMatch(profile.authenticationPolicies()::contains) || !binds) {
            throw new Refusal(IdentityRefusal.AUTHENTICATION_CERTIFICATE);
        }
        if (policies.stream().noneMatch(profile.signaturePolicies()::contains)) {
            throw new Refusal(IdentityRefusal.POLICY_NOT_ACCEPTED);
        }
    }

    private static Set<String> policies(X509Certificate certificate) throws Refusal {
        var policies = new TreeSet<String>();
        byte[] extension = certificate.getExtensionValue(POLICIES);
        if (extension == null) {
            return policies;
        }
        try {
            byte[] value = ASN1OctetString.getInstance(extension).getOctets();
            for (PolicyInformation policy : CertificatePolicies.getInstance(ASN1Primitive.fromByteArray(value))
                    .getPolicyInformation()) {
                policies.add(policy.getPolicyIdentifier().getId());
            }
            return policies;
        } catch (IOException | IllegalArgumentException | IllegalStateException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    private Evidence evidence(CertifiedPath path, Octets der, Instant now) throws Refusal {
        X509Certificate certificate = path.leaf();
        var names = new SubjectNames(certificate);
        return new Evidence(
                EvidenceKind.CHIP_SIGNATURE,
                path.isDemonstration(),
                List.of(
                        attribute(Attribute.NAME_KANJI, names.needed(profile.name())),
                        attribute(Attribute.BIRTH_DATE, date(names.needed(profile.birthDate()), now)),
                        attribute(Attribute.ADDRESS, names.needed(profile.address()))),
                gender(names.ifThere(profile.gender())),
                certificate.getIssuerX500Principal().getName(),
                Digests.sha256(der.toArray()),
                now,
                certificate.getNotAfter().toInstant());
    }

    private static VerifiedAttribute attribute(Attribute attribute, String value) {
        return new VerifiedAttribute(attribute, value, Source.CERTIFICATE);
    }

    private static String date(String digits, Instant now) throws Refusal {
        try {
            LocalDate date = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            // A day's grace for time zones.
            if (date.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
                throw new Refusal(IdentityRefusal.MALFORMED);
            }
            return date.toString();
        } catch (DateTimeException _) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    private static Gender gender(String digit) {
        return switch (digit) {
            case "1" -> Gender.MALE;
            case "2" -> Gender.FEMALE;
            default -> Gender.NOT_STATED;
        };
    }
}
