package sekisho.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the whole money path under one seed. */
@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Run the whole money path under one seed.")
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("simulate: not built yet");
        return 1;
    }
}
