package sekisho.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import sekisho.protocol.AccountKind;
import sekisho.protocol.Refusal;

final class ScriptOnCoreTest {
    private static final long STREAM = 77;

    private final CoreOnly core = new CoreOnly();

    @Test
    void refusesWhatExceedsTheBalance() throws Exception {
        Tally tally = play(Samples.PAYSIM, Format.PAYSIM, Overdraft.NONE);
        assertThat(tally.trouble()).isNull();
        assertThat(tally.answered()).isEqualTo(10);
        assertThat(tally.accepted()).isEqualTo(7);
        assertThat(tally.refused()).isEqualTo(Map.of(Refusal.INSUFFICIENT_FUNDS, 3L));
        assertThat(tally.refusedRows().stream()).containsExactly(5, 6, 8);
    }

    @Test
    void refusesExactlyTheMarkedRowsWithTheFilesOverdrafts() throws Exception {
        ForeignStream stream = ForeignStream.read(Samples.PAYSIM, Format.PAYSIM);
        Tally tally = play(Samples.PAYSIM, Format.PAYSIM, Overdraft.FILE);
        assertThat(tally.refusedRows()).isEqualTo(stream.rows().overdrafts());
    }

    @Test
    void holdsAsMuchMoneyAsItOwes() throws Exception {
        play(Samples.PAYSIM, Format.PAYSIM, Overdraft.NONE);
        Map<AccountKind, Long> totals = core.summary().totals();
        assertThat(totals)
                .containsEntry(AccountKind.WALLET, 163_70L)
                .containsEntry(AccountKind.MERCHANT, 30_25L)
                .containsEntry(AccountKind.SETTLEMENT, 193_95L)
                .containsEntry(AccountKind.OPENING, 0L);
        assertThat(core.summary().conservation()).isEqualTo(Map.of("XTS", 0L));
    }

    @Test
    void playsAmlsimAsTransfers() throws Exception {
        Tally tally = play(Samples.AMLSIM, Format.AMLSIM, Overdraft.NONE);
        assertThat(tally.accepted()).isEqualTo(3);
        assertThat(tally.refused()).isEqualTo(Map.of(Refusal.INSUFFICIENT_FUNDS, 1L));
    }

    @Test
    void changesNothingWhenItIsPlayedAgain() throws Exception {
        play(Samples.PAYSIM, Format.PAYSIM, Overdraft.NONE);
        StateSummary before = core.summary();
        Tally again = play(Samples.PAYSIM, Format.PAYSIM, Overdraft.NONE);
        assertThat(again.repeated()).isEqualTo(10);
        assertThat(again.accepted()).isZero();
        assertThat(again.trouble()).isNull();
        assertThat(core.summary().fingerprint()).isEqualTo(before.fingerprint());
        assertThat(core.summary().stateFingerprint()).isEqualTo(before.stateFingerprint());
    }

    @Test
    void playsTwoStreamsSideBySide() throws Exception {
        play(Samples.PAYSIM, Format.PAYSIM, Overdraft.NONE);
        Script other = new Script(ForeignStream.read(Samples.AMLSIM, Format.AMLSIM), 78, Overdraft.NONE);
        Tally tally = core.play(other, 78);
        assertThat(tally.trouble()).isNull();
        assertThat(tally.accepted()).isEqualTo(3);
    }

    @Test
    void refusesExactlyThe504MarkedRowsOfPaysim() throws Exception {
        Path file = large("paysim-0.1-seed7.csv.xz");
        ForeignStream stream = ForeignStream.read(file, Format.PAYSIM);
        Script script = new Script(stream, STREAM, Overdraft.FILE);
        Tally tally = core.play(script, STREAM);
        assertThat(tally.trouble()).isNull();
        assertThat(tally.answered()).isEqualTo(331_794);
        assertThat(tally.refusedRows()).isEqualTo(stream.rows().overdrafts());
        assertThat(tally.refused()).isEqualTo(Map.of(Refusal.INSUFFICIENT_FUNDS, 504L));
        Differences differences = Differences.of(
                stream.accounts(), script.owners(), core.summary().walletBalances());
        assertThat(differences.compared()).isEqualTo(2_133);
        assertThat(differences.far()).isZero();
        assertThat(core.summary().conservation()).isEqualTo(Map.of("XTS", 0L));
    }

    @Test
    void acceptsEveryRowOfAmlsim() throws Exception {
        Path file = large("amlsim-10k.csv.xz");
        Tally tally = play(file, Format.AMLSIM, Overdraft.NONE);
        assertThat(tally.trouble()).isNull();
        assertThat(tally.accepted()).isEqualTo(197_905);
    }

    private Tally play(Path file, Format format, Overdraft overdraft) throws BadFile {
        return core.play(new Script(ForeignStream.read(file, format), STREAM, overdraft), STREAM);
    }

    private static Path large(String name) {
        var file = Samples.large(name);
        Assumptions.assumeTrue(
                file.isPresent(), () -> name + " is not here: set SEKISHO_STREAMS to the folder that has it");
        return file.orElseThrow();
    }
}
