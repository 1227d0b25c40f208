package sekisho.server.api.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.World;

/**
 * Half a minute of fuzzing in every build; longer by {@code -Dsekisho.fuzz.seconds=3600}, or by {@link #main}. What a
 * failure needs to be repeated is its seed: {@code -Dsekisho.fuzz.seed}.
 */
final class FuzzTest {
    private static final int SECONDS = 25;
    private static final int CHECK_EVERY = 500;

    @TempDir
    Path home;

    @Test
    void theServerKeepsToItsDocumentWhateverItIsSent() throws Exception {
        fuzz(home, Integer.getInteger("sekisho.fuzz.seconds", SECONDS), Long.getLong("sekisho.fuzz.seed", 20200910));
    }

    private static void fuzz(Path home, int seconds, long seed) throws Exception {
        var document = ApiDocument.parse(Files.readString(Path.of("../docs/openapi.json")));
        try (var server = RunningServer.start(home)) {
            var fuzzer = new ApiFuzzer(World.on(server), document, seed);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                for (int i = 0; i < CHECK_EVERY && System.nanoTime() < end; i++) {
                    fuzzer.step();
                }
                fuzzer.checkMoney();
            }
            fuzzer.checkMoney();
            System.out.println("fuzz, seed " + seed + ": " + fuzzer.requests() + " requests, " + fuzzer.statuses());
        }
    }

    /** Fuzzes for so many seconds (an hour) from a seed (the time), in the folder {@code server}. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_600;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        fuzz(Files.createTempDirectory("sekisho-fuzz-"), seconds, seed);
    }
}
