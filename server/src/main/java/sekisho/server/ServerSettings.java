package sekisho.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.NodeAddress;

/**
 * How a server is to run.
 *
 * @param home the node's folder; what the server keeps lies below it too
 * @param node where the node is; null: read from its home
 * @param address to listen on: this machine only, unless told otherwise
 * @param port to listen on; 0: any that is free
 * @param publicUrl how clients reach the server, and what its tokens name as their issuer; null: {@code http://localhost} and the port
 * @param foreignKeys where another authorization server publishes its keys, if that gives the tokens; its issuer is {@code issuer}
 * @param issuer of tokens that another authorization server gives; null: {@code publicUrl}
 * @param zone of business
 * @param demo whether the demo world is wanted
 * @param accessLog whether a line is written for every request
 * @param longestLag how far the projection may be behind before the server is not ready and bulk requests are put off
 * @param clock of tokens and request ids
 * @param more settings of features, by their property names
 */
public record ServerSettings(
        Path home,
        @Nullable NodeAddress node,
        String address,
        int port,
        @Nullable URI publicUrl,
        @Nullable URI foreignKeys,
        @Nullable URI issuer,
        ZoneId zone,
        boolean demo,
        boolean accessLog,
        Duration longestLag,
        InstantSource clock,
        Map<String, String> more) {
    /** The property that names the folder with the secrets. */
    public static final String KEYS = "sekisho.keys";

    private static final int PORT = 8080;
    private static final Duration LONGEST_LAG = Duration.ofMinutes(1);

    public ServerSettings {
        home = home.toAbsolutePath().normalize();
        more = Map.copyOf(more);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535");
        }
    }

    /** A server beside the node of a home, for clients on this machine. */
    public static ServerSettings of(Path home) {
        return new ServerSettings(
                home,
                null,
                "127.0.0.1",
                PORT,
                null,
                null,
                null,
                ZoneId.of("Asia/Tokyo"),
                false,
                true,
                LONGEST_LAG,
                InstantSource.system(),
                Map.of());
    }

    public ServerSettings withNode(NodeAddress value) {
        return new ServerSettings(
                home,
                value,
                address,
                port,
                publicUrl,
                foreignKeys,
                issuer,
                zone,
                demo,
                accessLog,
                longestLag,
                clock,
                more);
    }

    public ServerSettings withAddress(String newAddress, int newPort) {
        return new ServerSettings(
                home,
                node,
                newAddress,
                newPort,
                publicUrl,
                foreignKeys,
                issuer,
                zone,
                demo,
                accessLog,
                longestLag,
                clock,
                more);
    }

    public ServerSettings withPort(int value) {
        return withAddress(address, value);
    }

    public ServerSettings withPublicUrl(URI value) {
        return new ServerSettings(
                home, node, address, port, value, foreignKeys, issuer, zone, demo, accessLog, longestLag, clock, more);
    }

    /** Tokens are given by another authorization server: who that is, and where its keys are. */
    public ServerSettings withForeignIssuer(URI newIssuer, URI newKeys) {
        return new ServerSettings(
                home,
                node,
                address,
                port,
                publicUrl,
                newKeys,
                newIssuer,
                zone,
                demo,
                accessLog,
                longestLag,
                clock,
                more);
    }

    public ServerSettings withDemo(boolean value) {
        return new ServerSettings(
                home,
                node,
                address,
                port,
                publicUrl,
                foreignKeys,
                issuer,
                zone,
                value,
                accessLog,
                longestLag,
                clock,
                more);
    }

    public ServerSettings withAccessLog(boolean value) {
        return new ServerSettings(
                home, node, address, port, publicUrl, foreignKeys, issuer, zone, demo, value, longestLag, clock, more);
    }

    public ServerSettings withLongestLag(Duration value) {
        return new ServerSettings(
                home, node, address, port, publicUrl, foreignKeys, issuer, zone, demo, accessLog, value, clock, more);
    }

    public ServerSettings withClock(InstantSource value) {
        return new ServerSettings(
                home,
                node,
                address,
                port,
                publicUrl,
                foreignKeys,
                issuer,
                zone,
                demo,
                accessLog,
                longestLag,
                value,
                more);
    }

    /** Settings of features, by their property names, for instance {@code sekisho.database.url}. */
    public ServerSettings withMore(Map<String, String> value) {
        return new ServerSettings(
                home,
                node,
                address,
                port,
                publicUrl,
                foreignKeys,
                issuer,
                zone,
                demo,
                accessLog,
                longestLag,
                clock,
                value);
    }

    /** The folder with the secrets: the property {@code sekisho.keys}, or the one beside the home. */
    public Path keys() {
        String named = more.get(KEYS);
        return named == null
                ? new HomeLayout(home).keys()
                : Path.of(named).toAbsolutePath().normalize();
    }

    /**
     * Properties of production: health and metrics move to a port of their own, which only this machine reaches; who asks
     * is believed to a proxy on this machine and to nobody else.
     *
     * @param managementPort 0: any that is free
     */
    public static Map<String, String> inProduction(int managementPort) {
        return Map.of(
                "management.server.port",
                Integer.toString(managementPort),
                "management.server.address",
                "127.0.0.1",
                "server.forward-headers-strategy",
                "native",
                "server.tomcat.remoteip.internal-proxies",
                "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|0:0:0:0:0:0:0:1");
    }

    /** What this server's own tokens name as their issuer, unless another gives them. */
    String issuerText() {
        if (issuer != null) {
            return issuer.toString();
        }
        if (publicUrl != null) {
            return publicUrl.toString();
        }
        return port == 0 ? "http://localhost" : "http://localhost:" + port;
    }
}
