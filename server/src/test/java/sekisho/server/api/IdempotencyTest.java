package sekisho.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.access.Scope;
import sekisho.server.testing.Caller;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;

@ExtendWith(SharedServer.class)
final class IdempotencyTest {
    private final World world;
    private final Caller caller;

    IdempotencyTest(World world) {
        this.world = world;
        this.caller = world.operator();
    }

    private String body(String from, String to, long amount) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":" + amount + ",\"currency\":\"XTS\"}";
    }

    @Test
    void aRepeatGetsTheSameStatusAndBodyAndMovesNothing() {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        String key = Caller.newKey();
        var first = caller.post("/v1/transfers", body(from, to, 5), key).expect(201);
        String state = world.state();
        var second = caller.post("/v1/transfers", body(from, to, 5), key).expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(first.header(ApiHeaders.HIT)).isNull();
        assertThat(second.header(ApiHeaders.HIT)).isEqualTo("true");
        assertThat(second.position()).isGreaterThan(first.position());
        assertThat(world.state()).isEqualTo(state);
    }

    @Test
    void aRefusalIsRepeatedTooAndAnotherRequestWithItsKeyIsAConflict() {
        String from = world.emptyWallet("XTS");
        String to = world.wallet();
        String key = Caller.newKey();
        var first = caller.post("/v1/transfers", body(from, to, 5), key)
                .expectProblem(422, "insufficient-funds", "/amount");
        assertThat(first.json().path("bound").asInt()).isZero();
        assertThat(first.get("requestId")).isEqualTo(key);
        caller.post("/v1/transfers", body(to, from, 100)).expect(201);
        var second = caller.post("/v1/transfers", body(from, to, 5), key).expect(422);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header(ApiHeaders.HIT)).isEqualTo("true");
        caller.post("/v1/transfers", body(from, to, 6), key).expectProblem(409, "request-conflict");
        caller.post("/v1/wallets", "{}", key).expectProblem(409, "request-conflict");
    }

    @Test
    void whatARequestMakesIsNamedByIt() {
        String key = Caller.newKey();
        var first = caller.post("/v1/wallets", "{\"currency\":\"XTS\"}", key).expect(201);
        var second = caller.post("/v1/wallets", "{\"currency\":\"XTS\"}", key).expect(201);
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        var other = world.client(Scope.WALLETS_WRITE)
                .post("/v1/wallets", "{\"currency\":\"XTS\"}", key)
                .expect(201);
        assertThat(other.get("id")).isNotEqualTo(first.get("id"));
        assertThat(other.header(ApiHeaders.HIT)).isNull();
    }

    @Test
    void aKeyIsAUuidOfThisTimeAndOne() {
        String from = world.wallet();
        String body = body(from, world.emptyWallet("XTS"), 1);
        String state = world.state();
        var json = Map.of("Content-Type", "application/json");
        caller.send("POST", "/v1/transfers", body, json)
                .expectProblem(400, "idempotency-key-missing", "Idempotency-Key");
        for (String bad : new String[] {
            "",
            "x",
            "5",
            "123e4567-e89b-42d3-a456-426614174000",
            Caller.newKey().toUpperCase(java.util.Locale.ROOT),
            Caller.newKey() + ", " + Caller.newKey(),
            "\"\"",
            "{" + Caller.newKey() + "}"
        }) {
            caller.post("/v1/transfers", body, bad).expectProblem(400, "idempotency-key-malformed", "Idempotency-Key");
        }
        long now = System.currentTimeMillis();
        caller.post("/v1/transfers", body, Caller.keyFrom(now + TimeUnit.MINUTES.toMillis(5)))
                .expectProblem(422, "request-from-the-future");
        caller.post("/v1/transfers", body, Caller.keyFrom(now - TimeUnit.MINUTES.toMillis(16)))
                .expectProblem(422, "never-executed");
        caller.post("/v1/transfers", body, Caller.keyFrom(0)).expectProblem(422, "never-executed");
        assertThat(world.state()).isEqualTo(state);
        caller.post("/v1/transfers", body, "\"" + Caller.newKey() + "\"").expect(201);
    }

    @Test
    void whatBecameOfARequestCanBeAsked() {
        String from = world.wallet();
        String key = Caller.newKey();
        var sent = caller.post("/v1/transfers", body(from, world.emptyWallet("XTS"), 5), key)
                .expect(201);
        var known = caller.get("/v1/requests/" + key + "?atLeast=" + sent.position())
                .expect(200);
        assertThat(known.get("state")).isEqualTo("answered");
        assertThat(known.get("operation")).isEqualTo(sent.get("id"));
        assertThat(known.get("outcome.outcome")).isEqualTo("transfer-sent");
        assertThat(known.json().at("/outcome/amount").asInt()).isEqualTo(5);
        assertThat(caller.get("/v1/requests/" + Caller.newKey()).expect(200).get("state"))
                .isEqualTo("unknown");
        long old = System.currentTimeMillis() - TimeUnit.MINUTES.toMillis(20);
        assertThat(caller.get("/v1/requests/" + Caller.keyFrom(old)).expect(200).get("state"))
                .isEqualTo("never-executed");
        assertThat(world.client(Scope.PAYMENTS_READ)
                        .get("/v1/requests/" + key)
                        .expect(200)
                        .get("state"))
                .as("another client's")
                .isEqualTo("unknown");
    }
}
