package sekisho.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sekisho.benchmarks.MemoryBench;

/** What a wallet costs, and snapshots of a million of them. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Measure memory a wallet, and snapshots of a million wallets.")
final class BenchMemoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException {
        return options.run(spec, MemoryBench::run);
    }
}
