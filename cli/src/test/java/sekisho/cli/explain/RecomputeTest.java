package sekisho.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.cli.Verb;
import sekisho.protocol.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Random decisions of a real home are decided again, from what {@code ./sekisho explain <id> --json} says and nothing else. */
final class RecomputeTest {
    private static final long SEED = 20_200_910;
    private static final int COMMANDS = 700;
    private static final int DRAWN = 100;

    @TempDir
    static Path home;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static List<RandomHome.Asked> drawn = List.of();
    private static final List<JsonNode> EXPLAINED = new ArrayList<>();

    @BeforeAll
    static void explainAHundred() {
        List<RandomHome.Asked> all = new ArrayList<>(RandomHome.make(home, SEED, COMMANDS));
        Collections.shuffle(all, new Random(SEED));
        drawn = all.subList(0, DRAWN);
        for (RandomHome.Asked asked : drawn) {
            Verb explained = Verb.run(
                    "explain",
                    new UUID(asked.id().high(), asked.id().low()).toString(),
                    "--home",
                    home.toString(),
                    "--json");
            assertThat(explained.exit()).as(explained.err()).isZero();
            EXPLAINED.add(JSON.readTree(explained.out()));
        }
    }

    @Test
    void aHundredRandomDecisionsAreTheSameWhenTheyAreRecomputed() {
        for (int i = 0; i < DRAWN; i++) {
            JsonNode json = EXPLAINED.get(i);
            assertThat(Recomputed.of(json)).as("%s", json).isEqualTo(Recomputed.answered(json));
            String answered = drawn.get(i).outcome() instanceof Refused refused
                    ? refused.reason() + " " + refused.bound()
                    : "ACCEPTED";
            assertThat(Recomputed.answered(json)).isEqualTo(answered);
            assertThat(json.get("agreement").asString()).isEqualTo("AGREES");
        }
    }

    @Test
    void theyAreOfEveryKindAndManyAreRefused() {
        var codes = new TreeMap<String, Integer>();
        Set<String> commands = new TreeSet<>();
        Set<Integer> books = new TreeSet<>();
        for (JsonNode json : EXPLAINED) {
            if (!json.get("answer").get("accepted").asBoolean()) {
                codes.merge(json.get("answer").get("refusal").asString(), 1, Integer::sum);
            }
            commands.add(json.get("command").get("type").asString());
            books.add(json.get("request").get("book").asInt());
        }
        assertThat(codes.values().stream().mapToInt(Integer::intValue).sum())
                .as("%s", codes)
                .isBetween(40, 85);
        assertThat(codes).hasSizeGreaterThanOrEqualTo(10);
        assertThat(books).containsExactly(1, 2);
        assertThat(commands)
                .contains(
                        "TopUp.Start",
                        "CashOut.Start",
                        "Transfer.Send",
                        "Payment.Pay",
                        "Checkpoint.Ask",
                        "Link.Request");
    }

    /** A number that is moved across its bound changes what is decided: of every accepted request that has this guard. */
    @ParameterizedTest
    @CsvSource({
        "Journal, remembered, 9000000000000, JOURNAL_FULL",
        "IdTime, at, 1, REQUEST_TOO_OLD",
        "StepUp, at, 1, STEP_UP_STALE",
        "Rest, until, 9000000000000, AUTHENTICATOR_YOUNG",
        "OneOperation, most, 0, OVER_LIMIT_PER_OPERATION",
        "TierWindow, used, 9000000000000000000, OVER_LIMIT_",
        "Cap, balance, 9000000000000, OVER_BALANCE_CAP",
        "Funds, balance, 0, INSUFFICIENT_FUNDS",
        "BankFunds, reserved, 9000000000000, BANK_FUNDS_EXHAUSTED",
        "Counters, largest, 4611686018427387905, AMOUNT_OVERFLOW",
        "BankLimit, most, 0, OVER_BANK_LIMIT",
        "Ladder, in24Hours, 9000000000000, OVER_LADDER_",
        "Ladder, in30Days, 9000000000000, OVER_LADDER_",
        "Ladder, age, -1, OVER_LADDER_",
        "Exposure, used, 9000000000000, OVER_BANK_EXPOSURE",
        "Identity, needed, 4, _UNVERIFIED",
        "Tries, failed, 5, TOO_MANY_TRIES_WALLET",
        "Described, version, 0, BANK_NOT_DESCRIBED",
    })
    void aNumberAcrossItsBoundChangesTheDecision(String guard, String field, long value, String refusal) {
        List<JsonNode> accepted = EXPLAINED.stream()
                .filter(json -> json.get("answer").get("accepted").asBoolean())
                .filter(json -> asks(json, guard))
                .toList();
        assertThat(accepted).as("accepted ones that were asked %s", guard).isNotEmpty();
        for (JsonNode json : accepted) {
            assertThat(Recomputed.of(changed(json, guard, field, value)))
                    .as("%s", json)
                    .contains(refusal);
        }
    }

    /** And the other way round: what was refused for a sum passes that guard when nothing was used before. */
    @Test
    void aRefusalOverAWindowGoesWithWhatWasUsed() {
        List<JsonNode> refused = EXPLAINED.stream()
                .filter(json -> Recomputed.of(json).startsWith("OVER_LADDER_")
                        || Recomputed.of(json).startsWith("OVER_LIMIT_24"))
                .toList();
        assertThat(refused).isNotEmpty();
        for (JsonNode json : refused) {
            JsonNode without = changed(changed(json, "TierWindow", "used", 0), "Ladder", "in24Hours", 0);
            JsonNode none = changed(without, "Ladder", "in30Days", 0);
            assertThat(Recomputed.of(none)).as("%s", json).isNotEqualTo(Recomputed.answered(json));
        }
    }

    private static boolean asks(JsonNode json, String guard) {
        Set<String> guards = json.get("reasons")
                .valueStream()
                .map(reason -> reason.get("guard").asString())
                .collect(Collectors.toSet());
        return guards.contains(guard);
    }

    private static JsonNode changed(JsonNode json, String guard, String field, long value) {
        JsonNode copy = json.deepCopy();
        for (JsonNode reason : copy.get("reasons")) {
            if (reason.get("guard").asString().equals(guard)) {
                ((ObjectNode) reason).put(field, value);
            }
        }
        return copy;
    }
}
