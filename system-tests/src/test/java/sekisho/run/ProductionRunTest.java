package sekisho.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile for people and their money, as the script starts it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProductionRunTest {
    private static final Duration READY = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "'--production', PUBLIC_ADDRESS_MISSING",
        "'--production --public-url https://wallet.example', SENDER_MISSING",
        "'--production --public-url http://wallet.example', PUBLIC_ADDRESS_NOT_HTTPS",
        "'--production --public-url https://localhost', PUBLIC_ADDRESS_LOCAL"
    })
    void whatIsNotSafeIsRefusedBeforeAnythingStarts(String options, String code) throws Exception {
        Path home = Files.createTempDirectory(folder, "refused");
        var arguments = ("run --port 0 --management-port 0 " + options).split(" ", -1);
        try (var refused = Script.start(home, arguments)) {
            assertThat(refused.await(READY)).isEqualTo(1);
            assertThat(refused.said()).contains("must not run in production").contains(code + ": ");
        }
        assertThat(home.resolve("var/database")).doesNotExist();
    }

    @Test
    @Order(2)
    void settingsThatAreNotSafeAreRefusedAllAtOnce() throws Exception {
        Path home = Files.createTempDirectory(folder, "settings");
        Path keys = Files.createDirectory(
                home.resolve("var-keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path settings = Files.createFile(
                keys.resolve("settings.properties"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(settings, """
            sekisho.banking.banks.9991.address=http://localhost:8081/banks/9991
            sekisho.banking.banks.9991.api-key=changeme
            """);
        try (var refused = production(home, 0)) {
            assertThat(refused.await(READY)).isEqualTo(1);
            assertThat(refused.said())
                    .contains("FICTIONAL_BANK: ")
                    .contains("SIMULATED_BANK: ")
                    .contains("SECRET_DEFAULT: ")
                    .doesNotContain("changeme");
        }
        Files.writeString(settings, "server.address=0.0.0.0\n");
        try (var refused = production(home, 0)) {
            assertThat(refused.await(READY)).isEqualTo(1);
            assertThat(refused.said()).contains("server.address").contains("begin with sekisho.");
        }
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-x---"));
        try (var refused = production(home, 0)) {
            assertThat(refused.await(READY)).isEqualTo(1);
            assertThat(refused.said()).contains("chmod 700");
        }
    }

    @Test
    @Order(3)
    void runsWithHealthForThisMachineAloneAndNothingOpenToOthers() throws Exception {
        Path home = Files.createTempDirectory(folder, "production");
        int management = freePort();
        Path keys = Files.createDirectory(
                home.resolve("var-keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path settings = Files.createFile(
                keys.resolve("settings.properties"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // Nothing is sent, so nobody has to listen there.
        Files.writeString(settings, """
            sekisho.mail.host=localhost
            sekisho.mail.from=sekisho@wallet.example
            """);
        try (var running = production(home, management)) {
            URI url = running.awaitAddress(READY);
            URI health = URI.create("http://127.0.0.1:" + management);
            assertThat(get(health + "/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(health + "/actuator/prometheus").statusCode()).isEqualTo(200);
            assertThat(get(health + "/actuator/env").statusCode()).isBetween(400, 404);
            for (String path : new String[] {"/actuator/health/readiness", "/actuator/prometheus", "/actuator"}) {
                assertThat(get(url + path).statusCode()).as(path).isBetween(400, 404);
            }
            var published = get(url + "/oauth2/jwks");
            assertThat(published.statusCode()).isEqualTo(200);
            assertThat(published.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=63072000; includeSubDomains");
            assertThat(get(url + "/.well-known/oauth-authorization-server").body())
                    .contains("\"issuer\":\"https://wallet.example\"");
            assertThat(get(url + "/v1/%0d%0aforged").body()).doesNotContain("Exception");
            assumeTrue(Sockets.canBeListed(), "only Linux lists sockets");
            assertThat(Sockets.openToOthers(running.pid())).isEmpty();
            running.signal("TERM");
            assertThat(running.await(READY)).as(running.said()).isZero();
        }
        try (var careless = Script.start(home, "run", "--port", "0")) {
            assertThat(careless.await(READY)).isEqualTo(1);
            assertThat(careless.said()).contains("HOME_IN_PRODUCTION: ");
        }
    }

    private static Script production(Path home, int management) throws IOException {
        return Script.start(
                home,
                "run",
                "--production",
                "--public-url",
                "https://wallet.example",
                "--port",
                "0",
                "--management-port",
                Integer.toString(management));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        }
    }
}
