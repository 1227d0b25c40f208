package sekisho.identity.passport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.formats.matching.Attribute;
import sekisho.formats.matching.MatchCode;
import sekisho.formats.matching.Matching;
import sekisho.identity.AdjustableClock;
import sekisho.identity.Evidence;
import sekisho.identity.Gender;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.RememberedChallenges;
import sekisho.identity.Source;
import sekisho.identity.Verdict;
import sekisho.identity.demo.DemoCountry;
import sekisho.identity.demo.DemoPassport;
import sekisho.identity.demo.DemoTraveller;
import sekisho.identity.pki.RevocationData;
import sekisho.identity.pki.RevocationSource;
import sekisho.identity.pki.TrustAnchors;

final class PassportVerifierTest {
    private static final DemoTraveller ANNA = new DemoTraveller(
            "ERIKSSON", "ANNA<MARIA", LocalDate.of(1974, 8, 12), Gender.FEMALE, "L898902C3", LocalDate.of(2032, 4, 15));

    private final AdjustableClock clock = new AdjustableClock();
    private final DemoCountry country = new DemoCountry(clock);
    private final RememberedChallenges challenges = new RememberedChallenges(Duration.ofMinutes(5), 10_000, clock);
    private final PassportVerifier verifier = verifier(country);

    @Test
    void aPassportProvesALatinNameAndABirthDateAndIsNeverEnoughAlone() {
        Evidence evidence = verified(verifier.verify(country.passport(ANNA).prove(challenge())));
        assertThat(evidence.value(Attribute.NAME_LATIN)).contains("ERIKSSON ANNA MARIA");
        assertThat(evidence.value(Attribute.BIRTH_DATE)).contains("1974-08-12");
        assertThat(evidence.value(Attribute.ADDRESS)).isEmpty();
        assertThat(evidence.attributes()).allMatch(one -> one.source() == Source.MACHINE_READABLE_ZONE);
        assertThat(evidence.gender()).isEqualTo(Gender.FEMALE);
        assertThat(evidence.issuer()).startsWith("UTO, CN=Utopia");
        assertThat(evidence.isEnoughAlone()).isFalse();
        var held = Map.of(Attribute.NAME_LATIN, "Anna Maria Eriksson", Attribute.BIRTH_DATE, "1974-08-12");
        assertThat(Matching.of(evidence.claims(), held).overall()).isEqualTo(MatchCode.CMTC);
    }

    @Test
    void aChipWithAnRsaKeyDoesToo() {
        verified(verifier.verify(country.rsaPassport(ANNA).prove(challenge())));
    }

    @Test
    void aChangedMachineReadableZoneIsRefused() {
        PassportProof proof = country.passport(ANNA).prove(challenge());
        String text = new String(proof.dataGroup1().toArray(), ISO_8859_1).replace("ERIKSSON", "ERIKSSEN");
        assertRefused(
                IdentityRefusal.DATA_GROUP_CHANGED,
                verifier.verify(withZone(proof, Octets.of(text.getBytes(ISO_8859_1)))));
    }

    @Test
    void aChipWithoutActiveAuthenticationIsRefused() {
        assertRefused(
                IdentityRefusal.NO_ACTIVE_AUTHENTICATION,
                verifier.verify(country.passiveOnly(ANNA).prove(challenge())));
        PassportProof proof = country.passport(ANNA).prove(challenge());
        assertRefused(
                IdentityRefusal.NO_ACTIVE_AUTHENTICATION,
                verifier.verify(with(proof, proof.dataGroup15(), Optional.empty())));
        PassportProof another = country.passport(ANNA).prove(challenge());
        assertRefused(
                IdentityRefusal.NO_ACTIVE_AUTHENTICATION,
                verifier.verify(with(another, Optional.empty(), another.activeSignature())));
    }

    @Test
    void aCopiedChipIsRefused() {
        assertRefused(
                IdentityRefusal.ACTIVE_AUTHENTICATION_WRONG,
                verifier.verify(country.passport(ANNA).cloned().prove(challenge())));
        assertRefused(
                IdentityRefusal.ACTIVE_AUTHENTICATION_WRONG,
                verifier.verify(country.rsaPassport(ANNA).cloned().prove(challenge())));
    }

    @Test
    void aCopyThatBringsItsOwnKeyIsRefused() {
        PassportProof proof = country.passport(ANNA).prove(challenge());
        PassportProof other = country.passport(ANNA).prove(proof.challenge());
        assertRefused(
                IdentityRefusal.DATA_GROUP_CHANGED,
                verifier.verify(with(proof, other.dataGroup15(), other.activeSignature())));
    }

    @Test
    void anAnswerToAnotherChallengeIsRefused() {
        for (DemoPassport passport : List.of(country.passport(ANNA), country.rsaPassport(ANNA))) {
            PassportProof other = passport.prove(challenge());
            PassportProof proof = passport.prove(challenge());
            assertRefused(
                    IdentityRefusal.ACTIVE_AUTHENTICATION_WRONG,
                    verifier.verify(with(proof, proof.dataGroup15(), other.activeSignature())));
        }
    }

    @Test
    void aChallengeIsGoodForOneTry() {
        PassportProof proof = country.passport(ANNA).prove(challenge());
        verified(verifier.verify(proof));
        assertRefused(IdentityRefusal.CHALLENGE_USED, verifier.verify(proof));
        assertRefused(
                IdentityRefusal.CHALLENGE_UNKNOWN,
                verifier.verify(country.passport(ANNA).prove(Octets.of(new byte[32]))));
    }

    @Test
    void anotherCountryOfTheSameNameIsRefused() {
        var stranger = new DemoCountry(clock);
        assertRefused(
                IdentityRefusal.ISSUER_NOT_TRUSTED,
                verifier.verify(stranger.passport(ANNA).prove(challenge())));
    }

    @Test
    void anExpiredSignerIsRefused() {
        var old = new DemoCountry(clock, clock.instant().minus(Duration.ofDays(5476)));
        assertRefused(
                IdentityRefusal.CERTIFICATE_EXPIRED,
                verifier(old).verify(old.passport(ANNA).prove(challenge())));
    }

    @Test
    void aRevokedSignerIsRefusedByListAndByAnswer() {
        DemoPassport passport = country.passport(ANNA);
        verified(verifier.verify(passport.prove(challenge(), new RevocationData(List.of(), List.of(country.ocsp())))));
        assertRefused(
                IdentityRefusal.REVOCATION_UNKNOWN, verifier.verify(passport.prove(challenge(), RevocationData.NONE)));
        country.revokeSigner();
        assertRefused(IdentityRefusal.REVOKED_BY_CRL, verifier.verify(passport.prove(challenge())));
        assertRefused(
                IdentityRefusal.REVOKED_BY_OCSP,
                verifier.verify(passport.prove(challenge(), new RevocationData(List.of(), List.of(country.ocsp())))));
    }

    @Test
    void anExpiredPassportIsRefusedTheDayAfter() {
        var lastDay = new DemoTraveller(
                "ERIKSSON", "ANNA", LocalDate.of(1974, 8, 12), Gender.FEMALE, "L898902C3", LocalDate.of(2026, 11, 25));
        verified(verifier.verify(country.passport(lastDay).prove(challenge())));
        var dayBefore = new DemoTraveller(
                "ERIKSSON", "ANNA", LocalDate.of(1974, 8, 12), Gender.FEMALE, "L898902C3", LocalDate.of(2026, 11, 24));
        assertRefused(
                IdentityRefusal.DOCUMENT_EXPIRED,
                verifier.verify(country.passport(dayBefore).prove(challenge())));
    }

    /** ISO/IEC 9796-2 with SHA-1, with and without its name in the trailer: old chips do that. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void activeAuthenticationWithSha1IsRefused(boolean implicit) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var privateKey = (RSAPrivateKey) pair.getPrivate();
        var signer = new ISO9796d2Signer(new RSAEngine(), new SHA1Digest(), implicit);
        signer.init(true, new RSAKeyParameters(true, privateKey.getModulus(), privateKey.getPrivateExponent()));
        byte[] nonce = new byte[8];
        signer.update(new byte[300], 0, 300);
        signer.update(nonce, 0, 8);
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] group15 = new byte[encoded.length + 4];
        group15[0] = 0x6F;
        group15[1] = (byte) 0x82;
        group15[2] = (byte) (encoded.length >> 8);
        group15[3] = (byte) encoded.length;
        System.arraycopy(encoded, 0, group15, 4, encoded.length);
        Octets signature = Octets.of(signer.generateSignature());
        assertThatThrownBy(() -> ActiveAuthentication.check(Octets.of(group15), nonce, signature))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(IdentityRefusal.WEAK_ALGORITHM));
    }

    @Test
    void aTruncatedFileIsRefused() {
        DemoPassport passport = country.passport(ANNA);
        byte[] whole = passport.prove(challenge()).securityObject().toArray();
        for (int length = 0; length < whole.length; length += 29) {
            assertRefused(
                    IdentityRefusal.MALFORMED,
                    verifier.verify(withObject(passport.prove(challenge()), Octets.of(Arrays.copyOf(whole, length)))));
        }
    }

    /** Whatever byte of the security object changes: refused, and nothing is thrown. */
    @Test
    void aChangedByteOfTheSecurityObjectNeverPassesUnlessItIsNotSigned() {
        long seed = 20_200_909;
        var random = new Random(seed);
        DemoPassport passport = country.passport(ANNA);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            PassportProof proof = passport.prove(challenge());
            byte[] bytes = proof.securityObject().toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            Verdict verdict = verifier.verify(withObject(proof, Octets.of(bytes)));
            if (verdict instanceof Verdict.Verified(Evidence evidence)) {
                assertThat(evidence.value(Attribute.NAME_LATIN))
                        .as("seed %d, step %d", seed, i)
                        .contains("ERIKSSON ANNA MARIA");
            } else {
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(950);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        PassportProof proof = country.passport(ANNA).prove(challenge());
        assertRefused(
                IdentityRefusal.TOO_LARGE,
                verifier.verify(withObject(proof, Octets.of(new byte[PassportVerifier.SECURITY_OBJECT + 1]))));
        assertRefused(
                IdentityRefusal.TOO_LARGE,
                verifier.verify(withZone(proof, Octets.of(new byte[PassportVerifier.DATA_GROUP + 1]))));
        assertRefused(
                IdentityRefusal.TOO_LARGE,
                verifier.verify(with(proof, proof.dataGroup15(), Optional.of(Octets.of(new byte[1025])))));
    }

    /** The specimen of ICAO Doc 9303-4, appendix A, has these check digits. */
    @ParameterizedTest
    @CsvSource({"L898902C3, 6", "740812, 2", "120415, 9", "ZE184226B<<<<<, 1", "520727, 3"})
    void checkDigitsAreIcaos(String field, char digit) {
        assertThat(MachineReadableZone.checkDigit(field)).isEqualTo(digit);
    }

    @ParameterizedTest
    @CsvSource({
        "L898902C36, L898902C37, CHECK_DIGIT_WRONG",
        "7408122, 7408123, CHECK_DIGIT_WRONG",
        "P<UTO, V<UTO, MALFORMED",
        "ERIKSSON, eriksson, MALFORMED",
        "7408122, 74<<<<6, CHECK_DIGIT_WRONG",
    })
    void aZoneThatDoesNotHoldTogetherIsRefused(String there, String instead, IdentityRefusal reason) {
        byte[] file = country.passport(ANNA).prove(challenge()).dataGroup1().toArray();
        byte[] changed = new String(file, ISO_8859_1).replace(there, instead).getBytes(ISO_8859_1);
        assertThatThrownBy(() -> MachineReadableZone.read(changed, LocalDate.of(2026, 11, 25)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"1926-11-26", "1974-08-12", "1999-12-31", "2000-02-29", "2026-11-25", "1930-01-01"})
    void aBirthDateIsTheLatestThatHasBeen(LocalDate birth) throws Exception {
        var traveller = new DemoTraveller("A", "B", birth, Gender.NOT_STATED, "X", LocalDate.of(2030, 1, 1));
        byte[] file =
                country.passport(traveller).prove(challenge()).dataGroup1().toArray();
        assertThat(MachineReadableZone.read(file, LocalDate.of(2026, 11, 25)).birthDate())
                .isEqualTo(birth);
    }

    private PassportVerifier verifier(DemoCountry trusted) {
        return new PassportVerifier(
                TrustAnchors.demonstration(List.of(trusted.anchor())), RevocationSource.NONE, challenges, clock);
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

    private static PassportProof withZone(PassportProof proof, Octets zone) {
        return new PassportProof(
                proof.challenge(),
                proof.securityObject(),
                zone,
                proof.dataGroup15(),
                proof.activeSignature(),
                proof.stapled());
    }

    private static PassportProof withObject(PassportProof proof, Octets object) {
        return new PassportProof(
                proof.challenge(),
                object,
                proof.dataGroup1(),
                proof.dataGroup15(),
                proof.activeSignature(),
                proof.stapled());
    }

    private static PassportProof with(PassportProof proof, Optional<Octets> key, Optional<Octets> signature) {
        return new PassportProof(
                proof.challenge(), proof.securityObject(), proof.dataGroup1(), key, signature, proof.stapled());
    }
}
