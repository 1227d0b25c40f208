package sekisho.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.core.trust.Es256;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Source;
import sekisho.protocol.BookId;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;

final class IssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(1_000));
    private static final Map<Attribute, Source> WHOLE = Map.of(
            Attribute.NAME_KANJI, Source.CERTIFICATE,
            Attribute.BIRTH_DATE, Source.CERTIFICATE,
            Attribute.ADDRESS, Source.CERTIFICATE);
    private static final Issuer.About ABOUT = new Issuer.About(new Token(1, 2), new WalletId(77), new Token(3, 4));

    @TempDir
    private Path folder;

    private Issuer issuer() {
        return Issuer.in(folder, 12, InstantSource.fixed(NOW));
    }

    private static KeptEvidence seen(EvidenceKind kind, Map<Attribute, Source> sources) {
        return new KeptEvidence(UUID.randomUUID(), kind, "issuer", sources, NOW, UNTIL);
    }

    @Test
    void theEnginesRuleVerifiesWhatItSigns() {
        Issuer issuer = issuer();
        var signed = issuer.sign(seen(EvidenceKind.IC_CHIP, WHOLE), ABOUT).orElseThrow();
        Evidence evidence = signed.evidence();
        assertThat(Es256.onCurve(issuer.publicKey())).isTrue();
        assertThat(Es256.verifies(issuer.publicKey(), evidence.canonical(), signed.signature()))
                .isTrue();
        assertThat(evidence.book()).isEqualTo(BookId.FIRST);
        assertThat(evidence.issuer()).isEqualTo(12);
        assertThat(evidence.kind()).isEqualTo(EvidenceKind.IC_CHIP);
        assertThat(evidence.person()).isEqualTo(ABOUT.person());
        assertThat(evidence.wallet()).isEqualTo(ABOUT.wallet());
        assertThat(evidence.subject()).isEqualTo(ABOUT.subject());
        assertThat(evidence.issued()).isEqualTo(NOW.toEpochMilli());
        assertThat(evidence.expires()).isEqualTo(UNTIL.toEpochMilli());
        var other = new Evidence(
                evidence.book(),
                evidence.issuer(),
                evidence.id(),
                evidence.kind(),
                evidence.person(),
                new WalletId(78),
                evidence.subject(),
                evidence.sources(),
                evidence.issued(),
                evidence.expires(),
                evidence.nonce());
        assertThat(Es256.verifies(issuer.publicKey(), other.canonical(), signed.signature()))
                .as("for another wallet")
                .isFalse();
    }

    @Test
    void manySignaturesAllVerify() {
        // Numbers that begin with zero bytes are written in full.
        Issuer issuer = issuer();
        for (int i = 0; i < 300; i++) {
            var signed = issuer.sign(seen(EvidenceKind.IC_CHIP, WHOLE), ABOUT).orElseThrow();
            assertThat(Es256.verifies(issuer.publicKey(), signed.evidence().canonical(), signed.signature()))
                    .isTrue();
        }
    }

    @Test
    void eachAttributeHasFourBitsForItsSource() {
        var signed = issuer().sign(
                        seen(
                                EvidenceKind.VERIFIED_CLAIMS,
                                Map.of(
                                        Attribute.NAME_KANJI, Source.CERTIFICATE,
                                        Attribute.NAME_KANA, Source.IDENTITY_PROVIDER,
                                        Attribute.NAME_LATIN, Source.MACHINE_READABLE_ZONE,
                                        Attribute.BIRTH_DATE, Source.CERTIFICATE,
                                        Attribute.ADDRESS, Source.DOCUMENT_IMAGE,
                                        Attribute.PHONE, Source.TYPED)),
                        ABOUT)
                .orElseThrow();
        assertThat(signed.evidence().sources()).isEqualTo(0x152342L);
    }

    @Test
    void eachStatementIsAnother() {
        Issuer issuer = issuer();
        var seen = seen(EvidenceKind.IC_CHIP, WHOLE);
        Evidence first = issuer.sign(seen, ABOUT).orElseThrow().evidence();
        Evidence second = issuer.sign(seen, ABOUT).orElseThrow().evidence();
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.nonce()).isNotEqualTo(second.nonce());
    }

    @Test
    void aMadeUpPassportIsNotSignedBecauseItWouldCountAsACard() {
        var latin = Map.of(
                Attribute.NAME_LATIN, Source.MACHINE_READABLE_ZONE,
                Attribute.BIRTH_DATE, Source.MACHINE_READABLE_ZONE);
        assertThat(issuer().sign(seen(EvidenceKind.DEMONSTRATION, latin), ABOUT))
                .isEmpty();
        assertThat(issuer().sign(seen(EvidenceKind.PASSPORT_CHIP, latin), ABOUT))
                .isPresent();
        assertThat(issuer().sign(seen(EvidenceKind.DEMONSTRATION, WHOLE), ABOUT))
                .isPresent();
    }

    @Test
    void itsKeyIsForLifeAndForItsOwner() throws Exception {
        assertThat(issuer().publicKey()).isEqualTo(issuer().publicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer.jwk"))))
                .isEqualTo("rw-------");
    }
}
