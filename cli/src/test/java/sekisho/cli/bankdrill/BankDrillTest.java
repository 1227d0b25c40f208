package sekisho.cli.bankdrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.banksimulator.conduct.Fault;
import sekisho.benchmarks.Progress;

/** A few minutes for each fault; {@code ./sekisho drill banks} takes an hour for each. */
final class BankDrillTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsLostDoubledOrLeftInDoubtWhateverABankDoes() throws Exception {
        var faults = List.of(Fault.HANGS, Fault.LOSES_ANSWER, Fault.SAYS_DECLINED);
        var settings = new BankDrillSettings(folder, faults, 6, 30, 100, 3);
        BankDrillReport report = BankDrill.run(settings, Progress.NONE);
        assertThat(report.troubles()).as("%s", report.text()).isEmpty();
        assertThat(report.rows()).hasSize(faults.size() + 1);
        assertThat(report.rows().subList(1, report.rows().size()))
                .allSatisfy(row -> assertThat(row.doubted() + row.contradicted())
                        .as(row.fault())
                        .isPositive());
    }
}
