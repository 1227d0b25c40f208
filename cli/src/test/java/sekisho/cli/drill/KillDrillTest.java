package sekisho.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.benchmarks.Progress;
import sekisho.cli.imports.Format;
import sekisho.cli.imports.Overdraft;

/** Kills a real process once; {@code ./sekisho drill kill-import} does it as often as wished. */
final class KillDrillTest {
    private static final int ROWS = 60_000;
    private static final long SEED = 8;

    @TempDir
    private Path folder;

    @Test
    void anImportKilledInTheMiddleEndsLikeAnUndisturbedOne() throws Exception {
        Path file = transfers();
        KillReport report =
                KillDrill.run(new KillSettings(file, Format.AMLSIM, Overdraft.NONE, folder, 1, SEED), Progress.NONE);
        assertThat(report.troubles()).as("seed %d", SEED).isEmpty();
        assertThat(report.kills()).isEqualTo(1);
        assertThat(report.heard()).isPositive();
    }

    /** Accounts with 100.00 each that send each other 7.00, again and again; some have too little at times. */
    private Path transfers() throws Exception {
        StringBuilder text = new StringBuilder(
                "step,type,amount,nameOrig,oldbalanceOrig,newbalanceOrig,nameDest,oldbalanceDest,newbalanceDest,isSAR,alertID");
        for (int row = 0; row < ROWS; row++) {
            int from = row % 97;
            int to = (row * 31 + 1) % 101 + 100;
            text.append('\n').append(row / 1_000).append(",TRANSFER,7.00,");
            text.append(row % 2 == 0 ? from : to).append(",100.00,93.00,");
            text.append(row % 2 == 0 ? to : from).append(",100.00,107.00,0,-1");
        }
        return Files.writeString(folder.resolve("transfers.csv"), text);
    }
}
