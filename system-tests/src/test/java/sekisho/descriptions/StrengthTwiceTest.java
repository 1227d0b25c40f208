package sekisho.descriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sekisho.bank.description.Ask;
import sekisho.bank.description.AskStep;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.Bounds;
import sekisho.bank.description.Descriptions;
import sekisho.bank.description.EngineTerms;
import sekisho.bank.description.Hours;
import sekisho.bank.description.Liability;
import sekisho.bank.description.Matching;
import sekisho.bank.description.Rail;
import sekisho.bank.description.Strength;
import sekisho.bank.description.Telling;
import sekisho.bank.redirect.FactorKind;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStrength;

/** The preview of a description and the engine's own sum agree, and neither knows the other's code. */
final class StrengthTwiceTest {
    private static final List<Telling> TELLINGS = List.of(
            new Telling(Telling.Channel.NONE, false, false),
            new Telling(Telling.Channel.MAIL, false, true),
            new Telling(Telling.Channel.APP, true, true));

    @Test
    void theEngineComputesWhatThePreviewSaidOfTheFictionalBanks() {
        assertThat(Descriptions.fictional().all()).hasSize(35).allSatisfy(it -> same(it.description()));
    }

    @Test
    void theEngineComputesWhatThePreviewSaidOfEveryTwoAsks() {
        List<AskStep> steps = everyStep();
        Set<LinkStrength> met = EnumSet.noneOf(LinkStrength.class);
        for (AskStep first : steps) {
            for (AskStep second : steps) {
                List<AskStep> asks = first.ask() == second.ask() ? List.of(first) : List.of(first, second);
                for (Telling telling : TELLINGS) {
                    met.add(same(described(asks, false, telling)));
                    met.add(same(described(asks, true, telling)));
                }
            }
        }
        assertThat(met).containsExactly(LinkStrength.values());
    }

    private static LinkStrength same(BankDescription description) {
        LinkStrength here = Strength.of(description);
        assertThat(sekisho.core.trust.Strength.of(EngineTerms.of(description)))
                .as("%s", description)
                .isEqualTo(here);
        return here;
    }

    private static List<AskStep> everyStep() {
        var steps = new ArrayList<AskStep>();
        for (Ask ask : Ask.values()) {
            for (int bits = 0; bits < 32; bits++) {
                step(ask, bits).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private static Optional<AskStep> step(Ask ask, int bits) {
        Set<FactorKind> kinds = EnumSet.noneOf(FactorKind.class);
        int bit = 1;
        for (FactorKind kind : FactorKind.values()) {
            if ((bits & bit) != 0) {
                kinds.add(kind);
            }
            bit <<= 1;
        }
        try {
            return Optional.of(new AskStep(1, ask, kinds, (bits & 8) != 0, (bits & 16) != 0));
        } catch (IllegalArgumentException countsForLess) {
            return Optional.empty();
        }
    }

    private static BankDescription described(List<AskStep> asks, boolean depositCode, Telling telling) {
        return new BankDescription(
                new BankId(801),
                1,
                Rail.WEB_MANDATE,
                asks,
                depositCode,
                new Matching(Set.of(), Matching.Answering.EACH),
                telling,
                Duration.ofDays(1),
                Liability.BANK,
                new Bounds(1, 1, 1, 1),
                new Hours(0, 1),
                Duration.ofDays(1));
    }
}
