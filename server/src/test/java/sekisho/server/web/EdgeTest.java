package sekisho.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.protocol.Refusal;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.Refusals;
import sekisho.server.testing.Caller;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;

@ExtendWith(SharedServer.class)
final class EdgeTest {
    private final Caller caller;

    EdgeTest(World world) {
        this.caller = world.operator();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/a|b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/../v1/banks HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1//banks HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/banks;x=1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/banks%2f0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/banks HTTP/1.1\r\n\r\n",
                "GET /v1/banks HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /v1/banks HTTP/1.1\r\nHost: localhost\r\nbad header: x\r\n\r\n",
                "POST /v1/wallets HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /v1/wallets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "POST /v1/wallets HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, bad\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET http:// HTTP/1.1\r\n\r\n",
            })
    void whatIsNoHttpIsAProblem(String request) throws Exception {
        String response = raw(request);
        assertThat(response).startsWith("HTTP/1.1 ").doesNotContain("<html").doesNotContain("Exception");
        assertThat(Integer.parseInt(response.substring(9, 12))).isBetween(400, 501);
        assertThat(response).contains("application/problem+json").contains("\"code\":");
    }

    @Test
    void headersThatAreTooLongAreAProblem() throws Exception {
        String response = raw("GET /v1/banks HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    private String raw(String request) throws Exception {
        URI base = caller.base();
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void unknownAddressesMethodsAndTypesAreProblems() {
        caller.get("/v1/nothing").expectProblem(404, "not-found");
        caller.get("/problems/nothing").expectProblem(404, "not-found");
        var method = caller.send("DELETE", "/v1/wallets", null, Map.of()).expectProblem(405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        caller.send("TRACE", "/v1/wallets", null, Map.of()).expect(405);
        caller.send(
                        "POST",
                        "/v1/wallets",
                        "{}",
                        Map.of("Content-Type", "text/plain", "Idempotency-Key", Caller.newKey()))
                .expectProblem(415, "unsupported-media-type", "Content-Type");
        caller.send("POST", "/v1/bulk", "{}", Map.of("Content-Type", "application/json"))
                .expectProblem(415, "unsupported-media-type", "Content-Type");
        caller.send("GET", "/v1/banks", null, Map.of("Accept", "application/xml"))
                .expectProblem(406, "not-acceptable", "Accept");
    }

    @Test
    void bodiesAreBoundedWhetherTheyAnnounceTheirLengthOrNot() throws Exception {
        String large = "{\"code\":" + " ".repeat(100_000) + "0}";
        caller.post("/v1/wallets", large).expectProblem(413, "body-too-large");
        String head = "POST /v1/wallets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + caller.token()
                + "\r\nIdempotency-Key: " + Caller.newKey() + "\r\nContent-Type: application/json\r\n";
        String response = raw(head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(large.length()) + "\r\n"
                + large + "\r\n0\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 413").contains("body-too-large");
        assertThat(raw(head + "Content-Length: 500\r\n\r\n{\"code\":")).startsWith("HTTP/1.1 400");
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void everyCodeIsDescribed() {
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(caller.get("/problems/" + code.code()).expect(200).get("title"))
                    .isEqualTo(code.title());
        }
        for (Refusal reason : Refusal.values()) {
            var description =
                    caller.get("/problems/" + Refusals.code(reason)).expect(200).json();
            assertThat(description.path("status").asInt()).isEqualTo(Refusals.status(reason));
            assertThat(description.path("remedy").asString()).endsWith(".");
        }
        assertThat(caller.get("/problems").expect(200).json().path("problems").size())
                .isEqualTo(ProblemCode.values().length + Refusal.values().length);
    }

    @Test
    void anAnswerSetsNoCookieAndIsNotKept() {
        var reply = caller.post("/v1/wallets", "{}").expect(201);
        assertThat(reply.header("Set-Cookie")).isNull();
        assertThat(reply.header("Server")).isNull();
    }
}
