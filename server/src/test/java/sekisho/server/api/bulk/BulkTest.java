package sekisho.server.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.access.Scope;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Reply;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServer.class)
final class BulkTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final World world;
    private final Caller caller;

    BulkTest(World world) {
        this.world = world;
        this.caller = world.operator();
    }

    private static String transfer(String from, String to, long amount) {
        return transfer(Caller.newKey(), from, to, amount);
    }

    private static String transfer(String key, String from, String to, long amount) {
        return "{\"id\":\"" + key + "\",\"transfer\":{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":"
                + amount + ",\"currency\":\"XTS\"}}\n";
    }

    private static List<JsonNode> lines(Reply reply) {
        return reply.expect(200)
                .text()
                .lines()
                .map(line -> MAPPER.readTree(line))
                .toList();
    }

    private static JsonNode summary(List<JsonNode> lines) {
        return lines.getLast().path("summary");
    }

    @Test
    void resultsComeInTheOrderOfTheLinesWithTheirProblems() {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        String body = transfer(from, to, 5)
                + "\n"
                + "not json\n"
                + transfer(from, "00000000000000aa", 5)
                + "{\"id\":\"" + Caller.newKey() + "\",\"transfer\":{\"from\":\"" + from + "\",\"to\":\"" + to
                + "\",\"amount\":\"5\"}}\n"
                + "{\"id\":\"" + Caller.newKey() + "\"}\n"
                + "{\"transfer\":{}}\n"
                + " ".repeat(9_000) + "\n"
                + "x".repeat(200_000) + "\n"
                + transfer(from, to, 7).strip();
        var lines = lines(caller.bulk("", body));
        assertThat(lines.stream().map(line -> line.path("line").asInt(0)).toList())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
        assertThat(lines.stream()
                        .map(line -> line.at("/problem/code").asString(""))
                        .toList())
                .containsExactly(
                        "",
                        "malformed-json",
                        "payee-not-found",
                        "wrong-type",
                        "contradicting-fields",
                        "missing-field",
                        "line-too-long",
                        "line-too-long",
                        "",
                        "");
        assertThat(lines.get(2).at("/problem/field").asString()).isEqualTo("/transfer/to");
        assertThat(lines.get(3).at("/problem/field").asString()).isEqualTo("/transfer/amount");
        assertThat(lines.get(8).path("outcome").asString()).isEqualTo("transfer-sent");
        assertThat(lines.get(8).path("amount").asInt()).isEqualTo(7);
        assertThat(summary(lines).path("lines").asInt()).isEqualTo(9);
        assertThat(summary(lines).path("accepted").asInt()).isEqualTo(2);
        assertThat(summary(lines).path("refused").asInt()).isEqualTo(7);
    }

    @Test
    void aBodyThatIsSentAgainMovesNothing() {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        var body = new StringBuilder();
        for (int i = 1; i <= 1_300; i++) {
            body.append(transfer(from, to, i));
        }
        var first = lines(caller.bulk("", body.toString()));
        String state = world.state();
        var second = lines(caller.bulk("?mode=continue", body.toString()));
        assertThat(summary(first).path("accepted").asInt()).isEqualTo(1_300);
        assertThat(summary(first).path("repeated").asInt()).isZero();
        assertThat(summary(second).path("repeated").asInt()).isEqualTo(1_300);
        for (int i = 0; i < 1_300; i++) {
            assertThat(second.get(i).path("balance")).isEqualTo(first.get(i).path("balance"));
            assertThat(second.get(i).path("repeated").asBoolean()).isTrue();
        }
        assertThat(world.state()).isEqualTo(state);
    }

    @Test
    void everyKindOfLineIsExecuted() {
        String wallet = world.wallet();
        String merchant = world.merchant("XTS");
        String link = world.link(wallet, "0001");
        String payment = world.payment(wallet, merchant, 50);
        String body = line("\"payment\":{\"wallet\":\"" + wallet + "\",\"merchant\":\"" + merchant
                        + "\",\"amount\":10,\"fee\":1,\"currency\":\"XTS\"}")
                + line("\"refund\":{\"payment\":\"" + payment + "\",\"amount\":5}")
                + line("\"topUp\":{\"wallet\":\"" + wallet + "\",\"link\":\"" + link
                        + "\",\"amount\":10,\"currency\":\"XTS\"}")
                + line("\"cashOut\":{\"wallet\":\"" + wallet + "\",\"link\":\"" + link
                        + "\",\"amount\":10,\"currency\":\"XTS\"}")
                + line("\"openWallet\":{\"currency\":\"XTS\"}")
                + line("\"openMerchant\":{\"currency\":\"XTS\"}")
                + line("\"received\":{\"wallet\":\"" + wallet
                        + "\",\"bank\":\"0001\",\"amount\":10,\"currency\":\"XTS\"}")
                + line("\"paidOut\":{\"wallet\":\"" + wallet
                        + "\",\"bank\":\"0001\",\"amount\":10,\"currency\":\"XTS\"}");
        var lines = lines(caller.bulk("", body));
        assertThat(lines.stream()
                        .limit(8)
                        .map(line -> line.path("outcome").asString())
                        .toList())
                .containsExactly(
                        "payment-paid",
                        "payment-refunded",
                        "top-up-started",
                        "cash-out-started",
                        "wallet-opened",
                        "merchant-opened",
                        "top-up-booked",
                        "cash-out-booked");
        assertThat(world.imbalance()).isZero();
    }

    private static String line(String action) {
        return "{\"id\":\"" + Caller.newKey() + "\"," + action + "}\n";
    }

    @Test
    void eachLineNeedsItsScope() {
        String wallet = world.wallet();
        String body = transfer(wallet, world.emptyWallet("XTS"), 5) + line("\"openWallet\":{\"currency\":\"XTS\"}");
        var opener = world.client(Scope.BULK, Scope.WALLETS_WRITE);
        String state = world.state();
        var lines = lines(opener.bulk("", body.lines().limit(1).toList().getFirst() + "\n"));
        assertThat(lines.getFirst().at("/problem/code").asString()).isEqualTo("insufficient-scope");
        assertThat(world.state()).isEqualTo(state);
        lines = lines(opener.bulk("", body));
        assertThat(lines.get(1).path("outcome").asString()).isEqualTo("wallet-opened");
        world.client(Scope.PAYMENTS_WRITE).bulk("", body).expectProblem(403, "insufficient-scope");
        world.anybody().bulk("", body).expectProblem(401, "unauthenticated");
    }

    @Test
    void aChainHoldsWholeOrNotAtAll() {
        String a = world.wallet();
        String b = world.emptyWallet("XTS");
        String c = world.emptyWallet("XTS");
        String whole = transfer(a, b, 5) + transfer(b, c, 5);
        var held = lines(caller.bulk("?mode=atomic", whole));
        assertThat(summary(held).path("accepted").asInt()).isEqualTo(2);
        String state = world.state();
        String broken = transfer(a, b, 5) + transfer(b, c, 6) + transfer(c, a, 1);
        var lines = lines(caller.bulk("?mode=atomic", broken));
        assertThat(lines.stream()
                        .limit(3)
                        .map(line -> line.at("/problem/code").asString())
                        .toList())
                .containsExactly("chain-broken", "insufficient-funds", "chain-broken");
        assertThat(lines.getFirst().at("/problem/bound").asInt()).isEqualTo(1);
        caller.bulk("?mode=atomic", transfer(a, b, 1) + "{\n").expectProblem(400, "malformed-json");
        var tooMany = new StringBuilder();
        for (int i = 0; i < 65; i++) {
            tooMany.append(transfer(a, b, 1));
        }
        caller.bulk("?mode=atomic", tooMany.toString()).expectProblem(422, "chain-too-long");
        caller.bulk("?mode=atomically", whole).expectProblem(400, "malformed-value", "mode");
        assertThat(world.state()).isEqualTo(state);
        assertThat(summary(lines(caller.bulk("?mode=atomic", whole)))
                        .path("repeated")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anEmptyBodyHasAnEmptySummary() {
        assertThat(summary(lines(caller.bulk("", ""))).path("lines").asInt()).isZero();
        assertThat(summary(lines(caller.bulk("?mode=atomic", "\n \n")))
                        .path("lines")
                        .asInt())
                .isZero();
    }

    @Test
    void aLineIsAnsweredWhileTheBodyGoesOn() throws Exception {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        URI base = caller.base();
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST /v1/bulk HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + caller.token()
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int i = 1; i <= 3; i++) {
                String line = transfer(from, to, i);
                out.write((Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(find(in, "\"line\":")).contains("\"line\":" + i).contains("\"amount\":" + i);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(find(in, "summary")).contains("\"accepted\":3");
        }
    }

    private static String find(BufferedReader in, String part) throws IOException {
        String line = in.readLine();
        while (line != null && !line.contains(part)) {
            line = in.readLine();
        }
        return Objects.requireNonNull(line);
    }

    @Test
    void aClientThatGoesAwayHurtsNobody() throws Exception {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        URI base = caller.base();
        List<Socket> gone = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var socket = new Socket(base.getHost(), base.getPort());
            gone.add(socket);
            String lines = transfer(from, to, 1).repeat(700);
            socket.getOutputStream()
                    .write(("POST /v1/bulk HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + caller.token()
                                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 10000000\r\n\r\n"
                                    + lines)
                            .getBytes(StandardCharsets.US_ASCII));
        }
        for (Socket socket : gone) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
        assertThat(summary(lines(caller.bulk("", transfer(from, to, 1))))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.imbalance()).isZero();
    }

    @Test
    void manyShortLinesFlowThroughTheSmallWindow() {
        var lines = lines(caller.bulk("", "1\n".repeat(50_000)));
        assertThat(summary(lines).path("refused").asInt()).isEqualTo(50_000);
        assertThat(lines.get(49_999).path("line").asInt()).isEqualTo(50_000);
    }
}
