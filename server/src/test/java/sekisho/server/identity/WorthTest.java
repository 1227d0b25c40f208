package sekisho.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.formats.matching.Attribute;
import sekisho.identity.Source;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.TierId;

final class WorthTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Map<Attribute, Source> WHOLE = Map.of(
            Attribute.NAME_KANJI, Source.CERTIFICATE,
            Attribute.BIRTH_DATE, Source.CERTIFICATE,
            Attribute.ADDRESS, Source.CERTIFICATE);

    private final Worth worth = Worth.standard();

    private static KeptEvidence evidence(EvidenceKind kind, Map<Attribute, Source> sources) {
        return new KeptEvidence(UUID.randomUUID(), kind, "issuer", sources, NOW, Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void everyKindHasARule() {
        assertThat(worth.rules().stream().map(Worth.Rule::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(EvidenceKind.class));
        for (Worth.Rule rule : worth.rules()) {
            assertThat(rule.untilMillis())
                    .isEqualTo(rule.kind() == EvidenceKind.DOCUMENT_IMAGE ? 1_806_505_200_000L : Long.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONTACT, 0",
        "IC_CHIP, 2",
        "PASSPORT_CHIP, 1",
        "VERIFIED_CLAIMS, 2",
        "DOCUMENT_IMAGE, 2",
        "DEMONSTRATION, 2"
    })
    void evidenceGivesIdentityAssurance(EvidenceKind kind, int ial) {
        assertThat(worth.ial(evidence(kind, WHOLE), NOW)).isEqualTo(ial);
        assertThat(worth.aal(evidence(kind, WHOLE), NOW))
                .as("an authenticator gives it")
                .isZero();
    }

    @Test
    void aPhotographedDocumentIsWorthNothingFrom1April2027InJapan() {
        KeptEvidence image = evidence(EvidenceKind.DOCUMENT_IMAGE, WHOLE);
        assertThat(worth.ial(image, Instant.parse("2027-03-31T14:59:59Z"))).isEqualTo(2);
        assertThat(worth.ial(image, Instant.parse("2027-03-31T15:00:00Z"))).isZero();
    }

    @Test
    void whatIsNotEnoughAloneGivesNoTierWhateverItsKind() {
        for (Set<Attribute> some : Set.of(
                Set.of(Attribute.NAME_LATIN, Attribute.BIRTH_DATE),
                Set.of(Attribute.NAME_KANJI, Attribute.BIRTH_DATE))) {
            var sources = some.stream().collect(Collectors.toMap(one -> one, _ -> Source.CERTIFICATE));
            int ial = worth.ial(evidence(EvidenceKind.DEMONSTRATION, sources), NOW);
            assertThat(ial).isEqualTo(1);
            assertThat(worth.tier(ial, 0)).isEmpty();
        }
    }

    @Test
    void whatWasTypedMakesNothingWhole() {
        var typed = Map.of(
                Attribute.NAME_KANJI, Source.CERTIFICATE,
                Attribute.BIRTH_DATE, Source.CERTIFICATE,
                Attribute.ADDRESS, Source.TYPED);
        assertThat(worth.ial(evidence(EvidenceKind.IC_CHIP, typed), NOW)).isEqualTo(1);
    }

    @Test
    void theTierIsThatOfTheHighestAssuranceThatIsReached() {
        Worth three = Worth.read("tier 1 0 7\ntier 2 0 8\ntier 2 2 9 # with a passkey\n");
        assertThat(three.tier(0, 3)).isEmpty();
        assertThat(three.tier(1, 3)).contains(new TierId(7));
        assertThat(three.tier(3, 1)).contains(new TierId(8));
        assertThat(three.tier(2, 2)).contains(new TierId(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evidence IC_CHIP 4 0 2020-01-01T00:00:00Z -",
                "evidence CARD 2 0 2020-01-01T00:00:00Z -",
                "evidence IC_CHIP 2 0 2020-01-01 -",
                "evidence IC_CHIP 2 0",
                "tier 2 0 gold",
                "rule"
            })
    void aLineThatCannotBeReadIsNamed(String line) {
        assertThatThrownBy(() -> Worth.read("# first\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
