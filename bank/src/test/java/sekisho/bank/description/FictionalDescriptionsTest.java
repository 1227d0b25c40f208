package sekisho.bank.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.bank.redirect.FactorKind;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.AskKind;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStrength;

/** What we say of the fictional banks is what their own pages do. */
final class FictionalDescriptionsTest {
    private static final Descriptions ALL = Descriptions.fictional();

    static Stream<BankProfile> banks() {
        return FictionalBanks.all().stream();
    }

    @Test
    void thereAreThirtyFiveEachWithVersionAndHash() {
        assertThat(ALL.all()).hasSize(35);
        assertThat(ALL.all().stream().map(Sourced::hash))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(ALL.all())
                .allSatisfy(it -> assertThat(it.description().version()).isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("banks")
    void aBankAsksWhatItsDescriptionSaysInThatOrder(BankProfile bank) {
        BankDescription description = description(bank);
        assertThat(pages(description))
                .isEqualTo(bank.linkingSteps().stream()
                        .map(page -> page.stream().map(Ask::word).toList())
                        .toList());
        var asks = bank.linkingSteps().stream().flatMap(List::stream).toList();
        for (int i = 0; i < asks.size(); i++) {
            AskStep step = description.asks().get(i);
            assertThat(step.dynamic()).as("%s", step).isEqualTo(asks.get(i).dynamic());
            assertThat(step.restsOn().stream().map(FactorKind::name))
                    .as("%s", step)
                    .containsAll(kind(asks.get(i).kind()));
        }
    }

    @ParameterizedTest
    @MethodSource("banks")
    void aBankComparesAndTellsWhatItsDescriptionSays(BankProfile bank) {
        BankDescription description = description(bank);
        assertThat(description.matches().attributes().stream()
                        .map(attribute -> attribute.word().replace('_', '-'))
                        .collect(Collectors.toSet()))
                .isEqualTo(bank.compares());
        assertThat(description.tells().channel().word()).isEqualTo(bank.tells().channel());
        assertThat(description.tells().proof()).isEqualTo(bank.tells().proof());
        assertThat(description.tells().contactChanges()).isEqualTo(bank.tells().contactChanges());
        assertThat(description.rail().word()).isEqualTo(bank.rail());
    }

    @Test
    void elevenAreWeakAsIn2020AndTheOthersHaveTwoFactors() {
        Set<String> weak = banks().filter(bank -> bank.asks().stream().noneMatch(Ask::dynamic))
                .map(BankProfile::code)
                .collect(Collectors.toSet());
        assertThat(weak).hasSize(11);
        assertThat(ALL.all()).allSatisfy(it -> {
            String code = "%04d".formatted(it.description().bank().code());
            assertThat(Strength.of(it.description()))
                    .as(code)
                    .isEqualTo(weak.contains(code) ? LinkStrength.WEAK_NOTICED : LinkStrength.TWO_FACTOR);
        });
        // Where a yes needs the notice besides is where the engine counts a link as weak.
        assertThat(banks()).allSatisfy(bank -> assertThat(bank.twoFactor()).isEqualTo(!weak.contains(bank.code())));
    }

    @Test
    void aWeakBanksBoundsAreThoseOfAWeakLink() {
        assertThat(ALL.all().stream()
                        .map(Sourced::description)
                        .filter(it -> !Strength.of(it).atLeast(LinkStrength.TWO_FACTOR)))
                .hasSize(11)
                .allSatisfy(it -> {
                    assertThat(it.depositCode()).isTrue();
                    assertThat(it.bounds().in24Hours()).isLessThanOrEqualTo(10_000);
                    assertThat(it.bounds().in30Days()).isLessThanOrEqualTo(30_000);
                    assertThat(it.objection()).hasHours(72);
                });
    }

    @Test
    void theirProtocolsAreClearlyDifferent() {
        assertThat(ALL.all().stream()
                        .map(it -> it.description().shape())
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(8);
    }

    private static BankDescription description(BankProfile bank) {
        return ALL.of(new BankId(Integer.parseInt(bank.code()))).orElseThrow().description();
    }

    private static List<List<String>> pages(BankDescription description) {
        var pages = new ArrayList<List<String>>();
        for (AskStep step : description.asks()) {
            if (pages.size() < step.page()) {
                pages.add(new ArrayList<>());
            }
            pages.getLast().add(step.ask().word());
        }
        return pages;
    }

    private static Set<String> kind(AskKind kind) {
        return kind == AskKind.IDENTIFIER ? Set.of() : Set.of(kind.name().toUpperCase(Locale.ROOT));
    }
}
