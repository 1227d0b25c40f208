package sekisho.server.demo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import sekisho.server.ServerSettings;
import sekisho.server.session.ConsoleHost;

/** Links that let somebody in once: only in the demo world, only from this machine. They are forgotten at the end. Any thread. */
public final class DemoDoors {
    private static final Duration VALID = Duration.ofHours(12);
    private static final int MOST = 1_000;
    private static final int BYTES = 16;
    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1");

    private final ServerSettings settings;
    private final ConsoleHost console;
    private final Environment environment;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Door> doors =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(VALID).build();

    DemoDoors(ServerSettings settings, ConsoleHost console, Environment environment) {
        this.settings = settings;
        this.console = console;
        this.environment = environment;
    }

    /** Behind a link. */
    sealed interface Door {

        /** A person, and the page where they come in. */
        record Person(String handle, String landing) implements Door {}

        /** Somebody of the staff. */
        record Member(String word) implements Door {}
    }

    /** A link that lets in a person with a wallet, once. */
    public URI person(String handle, String landing) {
        return at("localhost", new Door.Person(handle, landing));
    }

    /** A link that lets in somebody of the staff at the console, once. */
    public URI member(String word) {
        return at(console.name(), new Door.Member(word));
    }

    /** Whether this request may use doors at all. */
    boolean open(HttpServletRequest request) {
        return settings.demo()
                && settings.publicUrl() == null
                && isLoopback(request.getRemoteAddr())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && (OURS.contains(request.getServerName()) || console.isOf(request));
    }

    /** What is behind a link, which stays good. */
    Optional<Door> look(String token) {
        return Optional.ofNullable(doors.getIfPresent(token));
    }

    /** What is behind a link, which is used up. */
    Optional<Door> take(String token) {
        @Nullable Door door = doors.asMap().remove(token);
        return Optional.ofNullable(door);
    }

    private URI at(String host, Door door) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        doors.put(token, door);
        String port = environment.getRequiredProperty("local.server.port");
        return URI.create("http://" + host + ":" + port + "/demo/enter/" + token);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
