package sekisho.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sekisho.cli.drill.KillSettings;
import sekisho.cli.imports.Format;
import sekisho.cli.imports.Overdraft;

/** Options of the drills that kill. */
final class KillOptions {
    @Option(names = "--format", required = true, paramLabel = "paysim|amlsim", description = "What the columns mean.")
    private Format format;

    @Option(
            names = "--overdraft",
            defaultValue = "none",
            paramLabel = "none|file",
            description = "How far wallets may go below zero; see import.")
    private Overdraft overdraft;

    @Option(names = "--times", defaultValue = "10", paramLabel = "N", description = "How often. Default: 10.")
    private int times;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Chooses the moments. Default: 1.")
    private long seed;

    @Parameters(paramLabel = "FILE", description = "The file to import, plain or xz-compressed.")
    private Path file;

    KillSettings settings(Path folder) {
        return new KillSettings(file, format, overdraft, folder, times, seed);
    }
}
