package sekisho.bank.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutgoingHttpTest {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int MOST = 100;

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            int length = exchange.getRequestURI().getPath().equals("/long") ? MOST + 1 : 2;
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/away") ? 302 : 200, length);
            exchange.getResponseBody().write(new byte[length]);
            exchange.close();
        });
        server.start();
        address = URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void callsItsDestinationAndNoOther() throws Exception {
        try (var client = OutgoingHttp.to(address, Reach.INTERNET, SOON)) {
            assertThat(send(client, address + "/a").statusCode()).isEqualTo(200);
            for (String other : new String[] {
                "http://127.0.0.1:" + address.getPort() + "/",
                "https://localhost:" + address.getPort() + "/",
                "http://localhost:" + (address.getPort() + 1) + "/",
                "http://localhost.:" + address.getPort() + "/",
                "http://user@localhost:" + address.getPort() + "/",
            }) {
                assertThatThrownBy(() -> send(client, other)).as(other).hasCauseInstanceOf(NotAllowed.class);
            }
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (var client = OutgoingHttp.to(address, Reach.INTERNET, SOON)) {
            assertThat(send(client, address + "/away").statusCode()).isEqualTo(302);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void boundsTheAnswer() {
        try (var client = OutgoingHttp.to(address, Reach.INTERNET, SOON)) {
            assertThatThrownBy(() -> send(client, address + "/long")).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void usesNoProxyOfItsSurroundings() throws Exception {
        String before = System.getProperty("http.proxyHost", "");
        System.setProperty("http.proxyHost", "proxy.invalid");
        System.setProperty("http.nonProxyHosts", "");
        try (var client = OutgoingHttp.to(address, Reach.INTERNET, SOON)) {
            assertThat(send(client, address + "/a").statusCode()).isEqualTo(200);
        } finally {
            System.clearProperty("http.nonProxyHosts");
            if (before.isEmpty()) {
                System.clearProperty("http.proxyHost");
            } else {
                System.setProperty("http.proxyHost", before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example/",
                "https://10.0.0.1/",
                "https://[fd00::1]/",
                "https://169.254.169.254/",
                "https://user@bank.example/",
                "ftp://localhost/",
                "https:///x",
                "file:///etc/passwd"
            })
    void anAddressThatIsNoDestinationIsRefused(String text) {
        assertThatThrownBy(() -> OutgoingHttp.to(URI.create(text), Reach.INTERNET, SOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameThatIsAnsweredDifferentlyAMomentLaterLeadsNowhere() throws Exception {
        var answers = new AtomicInteger();
        InetAddressResolver rebinding = new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
                return answers.getAndIncrement() == 0
                        ? Stream.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1"))
                        : Stream.of(InetAddress.ofLiteral("127.0.0.1"));
            }

            @Override
            public String lookupByAddress(byte[] bytes) throws UnknownHostException {
                throw new UnknownHostException();
            }
        };
        var policy = InetAddressResolver.LookupPolicy.of(InetAddressResolver.LookupPolicy.IPV4);
        var guarded = new GuardedResolver(rebinding, host -> host.equals("bank.example") ? Reach.INTERNET : null);
        assertThat(guarded.lookupByName("bank.example", policy)).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
        assertThatThrownBy(() -> guarded.lookupByName("bank.example", policy))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("INTERNET");
        assertThat(guarded.lookupByName("database.example", policy)).hasSize(1);
    }

    @Test
    void everyLookUpOfThisProcessIsGuarded() throws Exception {
        assertThat(ServiceLoader.load(InetAddressResolverProvider.class))
                .anyMatch(it -> it.name().equals("sekisho"));
        String own = InetAddress.getLocalHost().getHostName();
        GuardedNames.guard("Guarded.Example.", Reach.INTERNET);
        assertThat(GuardedNames.of("guarded.example")).isEqualTo(Reach.INTERNET);
        assertThat(GuardedNames.of(own)).isNull();
        assertThatThrownBy(() -> GuardedNames.guard("guarded.example", Reach.PRIVATE_LINE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpResponse<byte[]> send(OutgoingHttp client, String uri)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), MOST)
                .get(5, TimeUnit.SECONDS);
    }

    @Test
    void aHostThatALibraryConnectsToIsHeldToo() {
        assertThat(GuardedNames.hold("localhost", Reach.INTERNET)).isEqualTo(Reach.THIS_MACHINE);
        assertThat(GuardedNames.hold("::1", Reach.INTERNET)).isEqualTo(Reach.THIS_MACHINE);
        assertThat(GuardedNames.hold("Mail.Outgoing-Test.example", Reach.INTERNET))
                .isEqualTo(Reach.INTERNET);
        assertThat(GuardedNames.of("mail.outgoing-test.example")).isEqualTo(Reach.INTERNET);
        assertThatThrownBy(() -> GuardedNames.hold("192.168.1.5", Reach.INTERNET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GuardedNames.hold("169.254.169.254", Reach.PRIVATE_LINE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
