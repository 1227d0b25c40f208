package sekisho.cli.imports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and where.
 *
 * @param streamName names the stream for ever; null: format and contents name it
 * @param home of the node
 * @param answers a file to which every answer is appended as it comes, for drills
 */
public record ImportSettings(
        Path file,
        Format format,
        Overdraft overdraft,
        @Nullable String streamName,
        Path home,
        @Nullable Path answers) {}
