package sekisho.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Reply;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;

@ExtendWith(SharedServer.class)
final class HeadersTest {
    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final World world;

    HeadersTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/banks",
                "/v1/nothing",
                "/nothing",
                "/oauth2/jwks",
                "/oauth2/token",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/problems",
                "/v3/api-docs",
                "/.well-known/oauth-authorization-server",
                "/error"
            })
    void everyResponseTellsBrowsersWhatTheyMayNotDo(String path) {
        for (Caller caller : new Caller[] {world.operator(), world.anybody()}) {
            assertHardened(caller.get(path));
        }
    }

    private static void assertHardened(Reply reply) {
        EVERYWHERE.forEach(
                (name, value) -> assertThat(reply.header(name)).as(name).isEqualTo(value));
        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("object-src 'none'")
                .contains("base-uri 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        if (!reply.text().isEmpty()) {
            assertThat(reply.header("Content-Type")).as("every body has a type").isNotNull();
        }
        assertThat(reply.header("Access-Control-Allow-Origin")).isNull();
        assertThat(reply.header("Strict-Transport-Security"))
                .as("nobody is told to use https where there is none")
                .isNull();
    }

    @Test
    void aRequestThatIsNoHttpGetsThemToo() throws Exception {
        URI base = world.anybody().base();
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write("GET /v1/a|b HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            EVERYWHERE.forEach((name, value) -> assertThat(response).contains(name + ": " + value));
        }
    }

    @Test
    void whatIsAboutMoneyIsNotKept() {
        assertThat(world.operator().get("/v1/banks").header("Cache-Control")).isEqualTo("no-store");
        assertThat(world.operator().get("/v1/nothing").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aServerThatIsReachedByHttpsSaysThatItAlwaysIs() throws Exception {
        assertThat(strictTransport(true)).isEqualTo("max-age=63072000; includeSubDomains");
        assertThat(strictTransport(false)).isNull();
    }

    private static String strictTransport(boolean https) throws Exception {
        var valve = new HeadersValve(https);
        valve.setNext(new ValveBase() {
            @Override
            public void invoke(Request request, Response response) {}
        });
        var request = new Request(null, new org.apache.coyote.Request());
        var response = new Response(new org.apache.coyote.Response());
        valve.invoke(request, response);
        return response.getHeader("Strict-Transport-Security");
    }

    @Test
    void aMethodIsTheOneOfTheRequest() {
        for (String name : new String[] {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"}) {
            world.operator()
                    .send(
                            "POST",
                            "/v1/banks/0001",
                            "{}",
                            Map.of(name, "GET", "Content-Type", "application/json", "Idempotency-Key", Caller.newKey()))
                    .expectProblem(405, "method-not-allowed");
        }
        world.operator()
                .send(
                        "POST",
                        "/v1/banks/0001",
                        "_method=GET",
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Idempotency-Key", Caller.newKey()))
                .expectProblem(405, "method-not-allowed");
    }
}
