package sekisho.cli.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sekisho.wire.home.ServerAddress;

/** How far a server's projection is, as its metrics say. Owned by one thread. */
final class ProjectionNews implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String METRICS = "/actuator/prometheus";
    private static final String PREFIX = "sekisho_projection_";

    private final Path home;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    ProjectionNews(Path home) {
        this.home = home;
    }

    /**
     * How far it is.
     *
     * @param position of the log up to which everything can be read
     * @param steps of the log behind that
     * @param seconds since the first of them
     */
    record Item(long position, long steps, double seconds) {}

    /** The newest; null: the server does not answer, which may pass. */
    @Nullable
    Item read() {
        try {
            Optional<ServerAddress> server = ServerAddress.read(home);
            if (server.isEmpty()) {
                return null;
            }
            var request = HttpRequest.newBuilder(URI.create(server.get().url() + METRICS))
                    .timeout(TIMEOUT)
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? item(response.body()) : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    static Item item(String metrics) {
        return new Item(
                (long) value(metrics, "position"), (long) value(metrics, "lag_steps"), value(metrics, "lag_seconds"));
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(PREFIX + name + " "))
                .findFirst()
                .map(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .orElseThrow(() -> new IllegalStateException("the server's metrics lack " + PREFIX + name));
    }

    @Override
    public void close() {
        client.close();
    }
}
