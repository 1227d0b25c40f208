package sekisho.server.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sekisho.protocol.ClientId;
import sekisho.server.access.ApiClient;
import sekisho.server.access.Scope;
import sekisho.server.json.ApiJson;
import sekisho.server.problem.ProblemException;
import tools.jackson.core.json.JsonFactory;

/** The quick reader takes a line for a transfer only where the careful one reads the same. */
final class TransferLineTest {
    private static final long SEED = 4711;
    private static final int LINES = 30_000;
    private static final String LINE = "{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"transfer\":{"
            + "\"from\":\"3b6e2f0a9c4d5e61\",\"to\":\"51c07a7be8f2d304\",\"amount\":5000,\"currency\":\"XTS\","
            + "\"upTo\":true,\"code\":7}}";
    private static final String INK = "{}[]\",:0123456789abcdefeE+-. \\tnulrse";

    private final TransferLine quick = new TransferLine(JsonFactory.builder().build());
    private final OtherLine careful = new OtherLine(ApiJson.mapper(), _ -> {});
    private final ApiClient client = new ApiClient(new ClientId(3), "test", EnumSet.allOf(Scope.class));

    @Test
    void readsAWholeLine() {
        byte[] bytes = LINE.getBytes(StandardCharsets.UTF_8);
        assertThat(quick.read(bytes, 0, bytes.length)).isTrue();
        assertThat(quick.command())
                .isEqualTo(careful.read(client, bytes, 0, bytes.length).command());
    }

    @Test
    void agreesWithTheCarefulReaderOnMutatedLines() {
        var random = new SplittableRandom(SEED);
        int taken = 0;
        for (int i = 0; i < LINES; i++) {
            byte[] bytes = mutated(random).getBytes(StandardCharsets.UTF_8);
            if (quick.read(bytes, 0, bytes.length)) {
                taken++;
                try {
                    BulkAction action = careful.read(client, bytes, 0, bytes.length);
                    assertThat(quick.command()).isEqualTo(action.command());
                    assertThat(quick.id()).isEqualTo(action.id());
                } catch (ProblemException refused) {
                    throw new AssertionError(
                            "seed " + SEED + ", line " + i + " is refused: " + refused.problem() + "\n"
                                    + new String(bytes, StandardCharsets.UTF_8),
                            refused);
                }
            }
        }
        assertThat(taken).isBetween(LINES / 50, LINES);
    }

    private static String mutated(SplittableRandom random) {
        var line = new StringBuilder(LINE);
        for (int changes = random.nextInt(1, 3); changes > 0; changes--) {
            int at = random.nextInt(line.length());
            char ink = INK.charAt(random.nextInt(INK.length()));
            switch (random.nextInt(4)) {
                case 0 -> line.setCharAt(at, ink);
                case 1 -> line.insert(at, ink);
                case 2 -> line.deleteCharAt(at);
                default -> {
                    int end = Math.min(line.length(), at + random.nextInt(20));
                    line.insert(at, line.substring(at, end));
                }
            }
        }
        return line.toString();
    }
}
