package sekisho.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every verb has. */
final class CommonOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The folder to work in; it is kept. Default: a temporary one, deleted at the end.")
    private @Nullable Path home;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Nullable
    Path home() {
        return home;
    }

    boolean json() {
        return json;
    }
}
