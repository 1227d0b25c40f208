package sekisho.identity.passport;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import sekisho.formats.matching.Attribute;
import sekisho.identity.ChallengeGate;
import sekisho.identity.Challenges;
import sekisho.identity.Digests;
import sekisho.identity.Evidence;
import sekisho.identity.EvidenceKind;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.Source;
import sekisho.identity.Verdict;
import sekisho.identity.VerifiedAttribute;
import sekisho.identity.pki.CertifiedPath;
import sekisho.identity.pki.Limits;
import sekisho.identity.pki.Paths;
import sekisho.identity.pki.Revocation;
import sekisho.identity.pki.RevocationSource;
import sekisho.identity.pki.TrustAnchors;

/** Checks a passport's chip. Immutable, but for the challenges that it takes. */
public final class PassportVerifier {

    /** Largest security object, in bytes. */
    public static final int SECURITY_OBJECT = 32 << 10;

    /** Largest data group 1 or 15, in bytes. */
    public static final int DATA_GROUP = 4 << 10;

    private static final int MRZ = 1;
    private static final int ACTIVE_AUTHENTICATION_KEY = 15;

    private final Paths paths;
    private final Revocation revocation;
    private final Challenges challenges;
    private final InstantSource clock;

    /**
     * A verifier that trusts some states.
     *
     * @param anchors states' authorities for passports (CSCA)
     */
    public PassportVerifier(
            TrustAnchors anchors, RevocationSource revocationSource, Challenges challenges, InstantSource clock) {
        this.paths = new Paths(anchors);
        this.revocation = new Revocation(revocationSource);
        this.challenges = challenges;
        this.clock = clock;
    }

    /**
     * Checks, in this order: sizes, the challenge (spent from here on), the security object and its signature, its signer's
     * path and revocation, data group 1, active authentication, the machine-readable zone and its expiry.
     */
    public Verdict verify(PassportProof proof) {
        try {
            return new Verdict.Verified(verifyOrRefuse(proof, clock.instant()));
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal.reason());
        }
    }

    private Evidence verifyOrRefuse(PassportProof proof, Instant now) throws Refusal {
        Limits.check(proof.securityObject(), SECURITY_OBJECT);
        Limits.check(proof.dataGroup1(), DATA_GROUP);
        if (proof.dataGroup15().isPresent()) {
            Limits.check(proof.dataGroup15().get(), DATA_GROUP);
        }
        if (proof.activeSignature().isPresent()) {
            Limits.check(proof.activeSignature().get(), Limits.SIGNATURE);
        }
        ChallengeGate.pass(challenges, proof.challenge());
        SecurityObject object = SecurityObject.read(proof.securityObject());
        CertifiedPath path = paths.validate(object.signer(), List.of(), Set.of(), now);
        checkSigner(path.leaf());
        revocation.check(path, proof.stapled(), now);
        object.check(MRZ, proof.dataGroup1());
        checkChip(object, proof);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var zone = MachineReadableZone.read(proof.dataGroup1().toArray(), today);
        return evidence(zone, path, proof.securityObject(), now);
    }

    /** A document signer is no authority, and may sign. */
    private static void checkSigner(X509Certificate signer) throws Refusal {
        boolean[] usage = signer.getKeyUsage();
        if (signer.getBasicConstraints() >= 0 || usage == null || !usage[0]) {
            throw new Refusal(IdentityRefusal.SECURITY_OBJECT_WRONG);
        }
    }

    private static void checkChip(SecurityObject object, PassportProof proof) throws Refusal {
        if (!object.has(ACTIVE_AUTHENTICATION_KEY)
                || proof.dataGroup15().isEmpty()
                || proof.activeSignature().isEmpty()) {
            throw new Refusal(IdentityRefusal.NO_ACTIVE_AUTHENTICATION);
        }
        Octets key = proof.dataGroup15().get();
        object.check(ACTIVE_AUTHENTICATION_KEY, key);
        ActiveAuthentication.check(
                key,
                PassportProof.chipChallenge(proof.challenge()),
                proof.activeSignature().get());
    }

    private static Evidence evidence(MachineReadableZone zone, CertifiedPath path, Octets securityObject, Instant now)
            throws Refusal {
        Instant end = zone.expiry().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!end.isAfter(now)) {
            throw new Refusal(IdentityRefusal.DOCUMENT_EXPIRED);
        }
        return new Evidence(
                EvidenceKind.PASSPORT_CHIP,
                path.isDemonstration(),
                List.of(
                        attribute(Attribute.NAME_LATIN, zone.name()),
                        attribute(Attribute.BIRTH_DATE, zone.birthDate().toString())),
                zone.gender(),
                zone.issuer() + ", " + path.leaf().getIssuerX500Principal().getName(),
                Digests.sha256(securityObject.toArray()),
                now,
                end);
    }

    private static VerifiedAttribute attribute(Attribute attribute, String value) {
        return new VerifiedAttribute(attribute, value, Source.MACHINE_READABLE_ZONE);
    }
}
