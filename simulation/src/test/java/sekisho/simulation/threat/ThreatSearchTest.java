package sekisho.simulation.threat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ThreatSearchTest {

    private static final long WEAK_IN_24_HOURS = 10_000;
    private static final int NARROW = 1;

    @ParameterizedTest
    @EnumSource(
            value = Target.class,
            names = {"WEAK", "WEAK_NOTICED"})
    void aWeakBankGivesBreadForTenThousandYenADay(Target target) {
        Losses losses = ThreatSearch.search(target, NARROW);
        assertThat(losses.in24Hours()).isLessThanOrEqualTo(WEAK_IN_24_HOURS);
        assertThat(losses.rows().getFirst().debited()).as("on the first day").isZero();
        assertThat(losses.sent()).isZero();
        assertThat(losses.resold()).isZero();
        assertThat(losses.cashedOut()).isZero();
        assertThat(losses.states()).isGreaterThan(5);
    }

    @Test
    void theDocumentHoldsWhatTheSearchFinds() throws IOException {
        List<String> table = new ArrayList<>();
        for (Target target : Target.values()) {
            table.add(line(ThreatSearch.search(target, NARROW)));
        }
        String document = Files.readString(Path.of("..", "docs", "threat-model.md"));
        assertThat(document).contains(String.join("\n", table));
    }

    private static String line(Losses losses) {
        StringBuilder line = new StringBuilder("| `" + losses.target() + "` |");
        losses.rows()
                .forEach(row ->
                        line.append(String.format(Locale.ROOT, " %,d / %,d |", row.debited(), row.irrecoverable())));
        return line.append(String.format(Locale.ROOT, " %,d |", losses.in24Hours()))
                .toString();
    }
}
