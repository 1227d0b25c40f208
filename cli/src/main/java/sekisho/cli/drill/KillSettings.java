package sekisho.cli.drill;

import java.nio.file.Path;
import sekisho.cli.imports.Format;
import sekisho.cli.imports.Overdraft;

/**
 * What to kill, and how often.
 *
 * @param folder for homes and notes
 * @param times how many imports are killed, each in a home of its own
 * @param seed chooses the moments
 */
public record KillSettings(Path file, Format format, Overdraft overdraft, Path folder, int times, long seed) {

    public KillSettings {
        if (times < 1) {
            throw new IllegalArgumentException("a drill kills at least once");
        }
    }
}
