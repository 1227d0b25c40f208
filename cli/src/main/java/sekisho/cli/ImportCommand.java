package sekisho.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads a file of transfers into the engine. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Read a file of transfers into the engine.")
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("import: not built yet");
        return 1;
    }
}
