package sekisho.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.gateway.Gateway;
import sekisho.gateway.GatewaySettings;
import sekisho.gateway.Submission;
import sekisho.protocol.ClientId;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.OperationId;
import sekisho.server.json.Forms;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Reply;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;
import tools.jackson.databind.JsonNode;

/** A customer's day: what the README walks through with curl. */
@ExtendWith(SharedServer.class)
final class WalkTest {
    private static final ClientId BANK_WORKER = new ClientId(99);

    private final World world;
    private final Caller caller;

    WalkTest(World world) {
        this.world = world;
        this.caller = world.operator();
    }

    @Test
    void moneyComesMovesAndGoes() {
        String alice = caller.post("/v1/wallets", "{}").expect(201).get("id");
        String bob = caller.post("/v1/wallets", "{}").expect(201).get("id");
        String shop = caller.post("/v1/merchants", "{}").expect(201).get("id");
        String link = caller.post("/v1/wallets/" + alice + "/links", "{\"bank\":\"0001\"}")
                .expect(201)
                .get("id");
        caller.post("/v1/wallets/" + alice + "/links/" + link + "/activate", World.activation())
                .expect(200);

        String topUp = caller.post("/v1/top-ups", movement(alice, link, 5_000))
                .expect(202)
                .get("id");
        assertThat(read("/v1/top-ups/" + topUp, settle(topUp)).get("status")).isEqualTo("settled");
        caller.post("/v1/transfers", "{\"from\":\"" + alice + "\",\"to\":\"" + bob + "\",\"amount\":1200}")
                .expect(201);
        var paid = caller.post(
                        "/v1/payments",
                        "{\"wallet\":\"" + alice + "\",\"merchant\":\"" + shop + "\",\"amount\":800,\"fee\":24}")
                .expect(201);
        assertThat(paid.json().path("balance").asInt()).isEqualTo(3_000);
        caller.post("/v1/payments/" + paid.get("id") + "/refunds", "{\"amount\":300}")
                .expect(201);
        String cashOut = caller.post("/v1/cash-outs", movement(alice, link, 1_000))
                .expect(202)
                .get("id");
        long position = settle(cashOut);

        assertThat(balance("/v1/wallets/" + alice, position)).isEqualTo(2_300);
        assertThat(balance("/v1/wallets/" + bob, position)).isEqualTo(1_200);
        assertThat(balance("/v1/merchants/" + shop, position)).isEqualTo(476);
        var payment = read("/v1/payments/" + paid.get("id"), position).json();
        assertThat(payment.path("refundable").asInt()).isEqualTo(500);
        assertThat(payment.path("fee").asInt()).isEqualTo(24);

        var statement = read("/v1/wallets/" + alice + "/statement", position).json();
        assertThat(statement.path("opening").asInt()).isZero();
        assertThat(statement.path("closing").asInt()).isEqualTo(2_300);
        assertThat(statement
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("balance").asInt()))
                .containsExactly(5_000, 3_800, 3_000, 3_300, 2_300);
        assertThat(read("/v1/wallets/" + bob + "/statement", position)
                        .json()
                        .path("closing")
                        .asInt())
                .isEqualTo(1_200);
        assertThat(world.imbalance()).isZero();
    }

    private static String movement(String wallet, String link, long amount) {
        return "{\"wallet\":\"" + wallet + "\",\"link\":\"" + link + "\",\"amount\":" + amount + "}";
    }

    private Reply read(String path, long position) {
        return caller.get(path + "?atLeast=" + position).expect(200);
    }

    private int balance(String path, long position) {
        JsonNode balances = read(path + "/balances", position).json().path("balances");
        assertThat(balances.size()).isEqualTo(1);
        return balances.get(0).path("balance").asInt();
    }

    /** What the bank worker does. */
    private long settle(String instruction) {
        OperationId id = Forms.OPERATION.parse(instruction);
        try (var gateway =
                Gateway.connect(GatewaySettings.of(world.server().node().address(), BANK_WORKER))) {
            assertThat(gateway.submit(new InstructionCommand.Claim(id, 60_000)))
                    .isInstanceOf(Submission.Answered.class);
            return ((Submission.Answered) gateway.submit(new InstructionCommand.Settled(id, 1))).position();
        }
    }
}
