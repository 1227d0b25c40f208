package sekisho.identity.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sekisho.formats.matching.Attribute;
import sekisho.formats.matching.MatchCode;
import sekisho.formats.matching.Matching;
import sekisho.identity.AdjustableClock;
import sekisho.identity.Evidence;
import sekisho.identity.EvidenceKind;
import sekisho.identity.Gender;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.RememberedChallenges;
import sekisho.identity.Source;
import sekisho.identity.Verdict;
import sekisho.identity.VerifiedAttribute;
import sekisho.identity.demo.DemoAuthority;
import sekisho.identity.demo.DemoCard;
import sekisho.identity.demo.DemoPerson;
import sekisho.identity.pki.Limits;
import sekisho.identity.pki.RevocationData;
import sekisho.identity.pki.RevocationSource;
import sekisho.identity.pki.Signatures;
import sekisho.identity.pki.TrustAnchors;

final class ChipVerifierTest {
    private static final DemoPerson HANAKO =
            new DemoPerson("見本 花子", "東京都千代田区見本町一丁目2番3号", LocalDate.of(1990, 4, 1), Gender.FEMALE);
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final AdjustableClock clock = new AdjustableClock();
    private final DemoAuthority authority = new DemoAuthority("JPKI-like", clock);
    private final RememberedChallenges challenges = new RememberedChallenges(LIFETIME, 10_000, clock);
    private final ChipVerifier verifier = verifier(RevocationSource.NONE);

    @Test
    void aCardForSignaturesProvesNameBirthDateAndAddress() {
        Evidence evidence = verified(verifier.verify(authority.card(HANAKO).prove(challenge())));
        assertThat(evidence.kind()).isEqualTo(EvidenceKind.CHIP_SIGNATURE);
        assertThat(evidence.value(Attribute.NAME_KANJI)).contains("見本 花子");
        assertThat(evidence.value(Attribute.BIRTH_DATE)).contains("1990-04-01");
        assertThat(evidence.value(Attribute.ADDRESS)).contains("東京都千代田区見本町一丁目2番3号");
        assertThat(evidence.value(Attribute.NAME_KANA))
                .as("certificates carry no kana")
                .isEmpty();
        assertThat(evidence.gender()).isEqualTo(Gender.FEMALE);
        assertThat(evidence.attributes()).allMatch(attribute -> attribute.source() == Source.CERTIFICATE);
        assertThat(evidence.verifiedAt()).isEqualTo(clock.instant());
        assertThat(evidence.issuer()).contains("JPKI-like Issuing Demo");
        assertThat(evidence.isEnoughAlone()).isTrue();
        assertThat(evidence.demonstration()).isTrue();
        assertThat(evidence.toString()).doesNotContain("見本", "1990", "東京");
    }

    @Test
    void anAuthorityThatWasKeptGivesCardsThatAreTrustedAsBefore() {
        DemoAuthority again = DemoAuthority.read(authority.kept(), clock);
        assertThat(again.anchor()).isEqualTo(authority.anchor());
        verified(verifier.verify(again.card(HANAKO).prove(challenge())));
        DemoCard revoked = again.card(HANAKO);
        again.revoke(revoked);
        assertThat(verifier.verify(revoked.prove(challenge())))
                .isEqualTo(new Verdict.Refused(IdentityRefusal.REVOKED_BY_CRL));
        assertThatThrownBy(() -> DemoAuthority.read("nothing", clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DemoAuthority.read("AA AA\nAA AA", clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAPersonTypedIsNoVerifiedAttribute() {
        assertThatThrownBy(() -> new VerifiedAttribute(Attribute.NAME_KANA, "ミホン ハナコ", Source.TYPED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsAttributesMatchWhatABankHolds() {
        Evidence evidence = verified(verifier.verify(authority.card(HANAKO).prove(challenge())));
        var held = Map.of(Attribute.NAME_KANJI, "見本花子", Attribute.BIRTH_DATE, "H02.04.01");
        assertThat(Matching.of(evidence.claims(), held).overall()).isEqualTo(MatchCode.MTCH);
        var kanaOnly = Map.of(Attribute.NAME_KANA, "ﾐﾎﾝ ﾊﾅｺ", Attribute.BIRTH_DATE, "H02.04.01");
        assertThat(Matching.of(evidence.claims(), kanaOnly).overall()).isEqualTo(MatchCode.NOAP);
    }

    @Test
    void anRsaCardAndStapledAnswersDoToo() {
        DemoCard card = authority.rsaCard(HANAKO);
        var stapled = new RevocationData(List.of(authority.rootCrl()), List.of(authority.ocsp(card)));
        verified(verifier.verify(card.prove(challenge(), stapled)));
    }

    @Test
    void revocationInformationMayBeFetched() {
        DemoCard card = authority.card(HANAKO);
        RevocationSource source = (_, issuer) -> issuer.equals(authority.anchor())
                ? new RevocationData(List.of(authority.rootCrl()), List.of())
                : new RevocationData(List.of(), List.of(authority.ocsp(card)));
        verified(verifier(source).verify(card.prove(challenge(), RevocationData.NONE)));
        authority.revoke(card);
        assertRefused(
                IdentityRefusal.REVOKED_BY_OCSP, verifier(source).verify(card.prove(challenge(), RevocationData.NONE)));
    }

    @Test
    void anExpiredCertificateIsRefused() {
        DemoCard card = authority.cardFrom(HANAKO, clock.instant().minus(Duration.ofDays(1826)));
        assertRefused(IdentityRefusal.CERTIFICATE_EXPIRED, verifier.verify(card.prove(challenge())));
    }

    @Test
    void aCertificateOfTomorrowIsRefused() {
        DemoCard card = authority.cardFrom(HANAKO, clock.instant().plus(Duration.ofDays(1)));
        assertRefused(IdentityRefusal.CERTIFICATE_NOT_YET_VALID, verifier.verify(card.prove(challenge())));
    }

    @Test
    void aRevokedCertificateIsRefusedByListAndByAnswer() {
        DemoCard card = authority.card(HANAKO);
        authority.revoke(card);
        assertRefused(IdentityRefusal.REVOKED_BY_CRL, verifier.verify(card.prove(challenge())));
        var answer = new RevocationData(List.of(authority.rootCrl()), List.of(authority.ocsp(card)));
        assertRefused(IdentityRefusal.REVOKED_BY_OCSP, verifier.verify(card.prove(challenge(), answer)));
    }

    @Test
    void anOldAnswerThatStillCallsItGoodDoesNotHelp() {
        DemoCard card = authority.card(HANAKO);
        var before = new RevocationData(List.of(authority.crl(), authority.rootCrl()), List.of(authority.ocsp(card)));
        authority.revoke(card);
        var both = new RevocationData(before.crls(), List.of(authority.ocsp(card)));
        assertRefused(IdentityRefusal.REVOKED_BY_OCSP, verifier.verify(card.prove(challenge(), both)));
        clock.pass(Duration.ofHours(25));
        assertRefused(IdentityRefusal.REVOCATION_UNKNOWN, verifier.verify(card.prove(challenge(), before)));
    }

    @Test
    void nobodyWhoCallsItGoodIsARefusal() {
        DemoCard card = authority.card(HANAKO);
        var another = new DemoAuthority("JPKI-like", clock);
        for (RevocationData stapled : List.of(
                RevocationData.NONE,
                new RevocationData(List.of(authority.crl()), List.of()),
                new RevocationData(List.of(authority.rootCrl()), List.of()),
                new RevocationData(List.of(another.crl(), authority.rootCrl()), List.of()),
                new RevocationData(List.of(authority.rootCrl()), List.of(another.ocsp(card))),
                new RevocationData(List.of(authority.rootCrl()), List.of(authority.ocsp(authority.card(HANAKO)))),
                new RevocationData(
                        List.of(authority.rootCrl(), Octets.ofHex("3000")), List.of(Octets.ofHex("3003"))))) {
            assertRefused(IdentityRefusal.REVOCATION_UNKNOWN, verifier.verify(card.prove(challenge(), stapled)));
        }
    }

    @Test
    void aCertifiedRespondersAnswerCountsAndAnotherCardsDoesNot() {
        DemoCard card = authority.card(HANAKO);
        var byResponder = new RevocationData(List.of(authority.rootCrl()), List.of(authority.ocspByResponder(card)));
        verified(verifier.verify(card.prove(challenge(), byResponder)));
        var forged = new RevocationData(
                List.of(authority.rootCrl()), List.of(authority.forgedOcsp(card, authority.card(HANAKO))));
        assertRefused(IdentityRefusal.REVOCATION_UNKNOWN, verifier.verify(card.prove(challenge(), forged)));
        authority.revoke(card);
        var revoked = new RevocationData(List.of(authority.rootCrl()), List.of(authority.ocspByResponder(card)));
        assertRefused(IdentityRefusal.REVOKED_BY_OCSP, verifier.verify(card.prove(challenge(), revoked)));
    }

    @Test
    void aKeyThatIsTooWeakIsRefused() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var weak = generator.generateKeyPair().getPublic();
        assertThatThrownBy(() -> Signatures.check(weak, new byte[1], new byte[1]))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(IdentityRefusal.WEAK_ALGORITHM));
    }

    @Test
    void anotherAuthorityIsRefusedEvenWithTheSameName() {
        var stranger = new DemoAuthority("Somebody", clock);
        assertRefused(
                IdentityRefusal.ISSUER_NOT_TRUSTED,
                verifier.verify(stranger.card(HANAKO).prove(challenge())));
        var namesake = new DemoAuthority("JPKI-like", clock);
        assertRefused(
                IdentityRefusal.ISSUER_NOT_TRUSTED,
                verifier.verify(namesake.card(HANAKO).prove(challenge())));
    }

    @Test
    void theAuthorityInBetweenIsNeeded() {
        ChipProof proof = authority.card(HANAKO).prove(challenge());
        assertRefused(
                IdentityRefusal.ISSUER_NOT_TRUSTED,
                verifier.verify(new ChipProof(
                        proof.challenge(), proof.signature(), proof.certificate(), List.of(), proof.stapled())));
    }

    @Test
    void aCertificateForLoggingInIsRefused() {
        assertRefused(
                IdentityRefusal.AUTHENTICATION_CERTIFICATE,
                verifier.verify(authority.authenticationCard(HANAKO).prove(challenge())));
    }

    @Test
    void anAuthoritysOwnCertificateIsNoCard() {
        ChipProof proof = authority.card(HANAKO).prove(challenge());
        assertRefused(
                IdentityRefusal.AUTHENTICATION_CERTIFICATE,
                verifier.verify(new ChipProof(
                        proof.challenge(), proof.signature(), authority.issuing(), List.of(), proof.stapled())));
    }

    @Test
    void aCertificateOfAnotherPolicyIsRefused() {
        var profile = new CertificateProfile(java.util.Set.of("1.2.3.4"), java.util.Set.of(), "1", "2", "3", "4");
        var strict = new ChipVerifier(
                profile,
                TrustAnchors.demonstration(List.of(authority.anchor())),
                RevocationSource.NONE,
                challenges,
                clock);
        assertRefused(
                IdentityRefusal.POLICY_NOT_ACCEPTED,
                strict.verify(authority.card(HANAKO).prove(challenge())));
    }

    @Test
    void aSignatureOverAnotherChallengeIsRefused() {
        DemoCard card = authority.card(HANAKO);
        ChipProof other = card.prove(challenge());
        ChipProof proof = card.prove(challenge());
        assertRefused(IdentityRefusal.SIGNATURE_WRONG, verifier.verify(withSignature(proof, other.signature())));
    }

    @Test
    void aSignatureByAnotherCardIsRefused() {
        Octets challenge = challenge();
        Octets other = authority.card(HANAKO).prove(challenge).signature();
        assertRefused(
                IdentityRefusal.SIGNATURE_WRONG,
                verifier.verify(withSignature(authority.card(HANAKO).prove(challenge), other)));
    }

    @Test
    void aChallengeIsGoodForOneTry() {
        ChipProof proof = authority.card(HANAKO).prove(challenge());
        verified(verifier.verify(proof));
        assertRefused(IdentityRefusal.CHALLENGE_USED, verifier.verify(proof));
        ChipProof failed = authority.authenticationCard(HANAKO).prove(challenge());
        assertRefused(IdentityRefusal.AUTHENTICATION_CERTIFICATE, verifier.verify(failed));
        assertRefused(
                IdentityRefusal.CHALLENGE_USED,
                verifier.verify(authority.card(HANAKO).prove(failed.challenge())));
    }

    @Test
    void aChallengeThatIsLateOrNotOursIsRefused() {
        Octets late = challenge();
        clock.pass(LIFETIME);
        assertRefused(
                IdentityRefusal.CHALLENGE_EXPIRED,
                verifier.verify(authority.card(HANAKO).prove(late)));
        assertRefused(
                IdentityRefusal.CHALLENGE_UNKNOWN,
                verifier.verify(authority.card(HANAKO).prove(Octets.of(new byte[32]))));
    }

    @Test
    void aTruncatedCertificateIsRefused() {
        DemoCard card = authority.card(HANAKO);
        byte[] whole = card.prove(challenge()).certificate().toArray();
        for (int length = 0; length < whole.length; length += 13) {
            Octets cut = Octets.of(java.util.Arrays.copyOf(whole, length));
            assertRefused(IdentityRefusal.MALFORMED, verifier.verify(withCertificate(card.prove(challenge()), cut)));
        }
        Octets longer = Octets.of(java.util.Arrays.copyOf(whole, whole.length + 1));
        assertRefused(IdentityRefusal.MALFORMED, verifier.verify(withCertificate(card.prove(challenge()), longer)));
    }

    /** No byte of a certificate, list or answer can be changed so that the proof passes, or something is thrown. */
    @Test
    void aChangedByteNeverPassesAndNothingIsThrown() {
        long seed = 20_200_908;
        var random = new Random(seed);
        DemoCard card = authority.card(HANAKO);
        var stapled = new RevocationData(List.of(authority.rootCrl()), List.of(authority.ocsp(card)));
        ChipProof proof = card.prove(challenge(), stapled);
        for (int i = 0; i < 1_500; i++) {
            Octets challenge = challenge();
            ChipProof signed = card.prove(challenge, stapled);
            ChipProof damaged = switch (i % 3) {
                case 0 -> withCertificate(signed, changed(random, proof.certificate()));
                case 1 ->
                    withStapled(
                            signed,
                            new RevocationData(
                                    stapled.crls(),
                                    List.of(changed(
                                            random, stapled.ocspResponses().getFirst()))));
                default ->
                    withStapled(
                            signed,
                            new RevocationData(
                                    List.of(changed(random, stapled.crls().getFirst())), stapled.ocspResponses()));
            };
            Verdict verdict = verifier.verify(damaged);
            if (i % 3 == 0) {
                assertThat(verdict).as("seed %d, step %d", seed, i).isInstanceOf(Verdict.Refused.class);
            }
        }
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        ChipProof proof = authority.card(HANAKO).prove(challenge());
        var large = Octets.of(new byte[Limits.CERTIFICATE + 1]);
        assertRefused(IdentityRefusal.TOO_LARGE, verifier.verify(withCertificate(proof, large)));
        assertRefused(IdentityRefusal.TOO_LARGE, verifier.verify(withSignature(proof, large)));
        assertRefused(
                IdentityRefusal.TOO_LARGE,
                verifier.verify(withStapled(
                        proof, new RevocationData(List.of(), List.of(Octets.of(new byte[Limits.OCSP_RESPONSE + 1]))))));
        var many = java.util.Collections.nCopies(Limits.MOST + 1, authority.issuing());
        assertRefused(
                IdentityRefusal.TOO_LARGE,
                verifier.verify(
                        new ChipProof(challenge(), proof.signature(), proof.certificate(), many, proof.stapled())));
    }

    @Test
    void aProductionProfileRefusesDemoAnchors() {
        assertThatThrownBy(() -> TrustAnchors.production(List.of(authority.anchor())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demonstration");
        assertThat(TrustAnchors.demonstration(List.of(authority.anchor())).haveDemo())
                .isTrue();
        assertThat(TrustAnchors.production(List.of()).haveDemo()).isFalse();
    }

    @Test
    void everyRefusalHasSentencesInBothLanguages() {
        for (IdentityRefusal refusal : IdentityRefusal.values()) {
            assertThat(refusal.english()).isNotBlank().endsWith(".");
            assertThat(refusal.japanese()).endsWith("。");
        }
    }

    @Test
    void noMoreChallengesAreGivenOutThanRemembered() {
        var few = new RememberedChallenges(LIFETIME, 2, clock);
        assertThat(few.issue()).isPresent();
        assertThat(few.issue()).isPresent();
        assertThat(few.issue()).isEqualTo(Optional.empty());
        clock.pass(LIFETIME.multipliedBy(2));
        assertThat(few.issue()).isPresent();
    }

    private ChipVerifier verifier(RevocationSource source) {
        return new ChipVerifier(
                CertificateProfile.DEMO,
                TrustAnchors.demonstration(List.of(authority.anchor())),
                source,
                challenges,
                clock);
    }

    private Octets challenge() {
        return challenges.issue().orElseThrow();
    }

    private static Evidence verified(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        return ((Verdict.Verified) verdict).evidence();
    }

    private static void assertRefused(IdentityRefusal reason, Verdict verdict) {
        assertThat(verdict).isEqualTo(new Verdict.Refused(reason));
    }

    private static Octets changed(Random random, Octets octets) {
        byte[] bytes = octets.toArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        return Octets.of(bytes);
    }

    private static ChipProof withSignature(ChipProof proof, Octets signature) {
        return new ChipProof(proof.challenge(), signature, proof.certificate(), proof.between(), proof.stapled());
    }

    private static ChipProof withCertificate(ChipProof proof, Octets certificate) {
        return new ChipProof(proof.challenge(), proof.signature(), certificate, proof.between(), proof.stapled());
    }

    private static ChipProof withStapled(ChipProof proof, RevocationData stapled) {
        return new ChipProof(proof.challenge(), proof.signature(), proof.certificate(), proof.between(), stapled);
    }
}
