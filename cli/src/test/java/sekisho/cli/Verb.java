package sekisho.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a verb printed, and how it ended.
 *
 * @param exit its exit code
 */
public record Verb(int exit, String out, String err) {

    /** Runs a verb in this process. */
    public static Verb run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Verb(exit, out.toString(), err.toString());
    }
}
