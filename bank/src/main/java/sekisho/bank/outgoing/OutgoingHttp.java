package sekisho.bank.outgoing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * HTTP to one configured destination and to no other: the only way out of this process. Redirects are not followed, no
 * proxy of the surroundings is used, answers are bounded, and the name leads only where it may ({@link Reach}). Any
 * thread.
 */
public final class OutgoingHttp implements AutoCloseable {
    private final Destination destination;
    private final HttpClient client;

    private OutgoingHttp(Destination destination, HttpClient client) {
        this.destination = destination;
        this.client = client;
    }

    /**
     * A client for one destination.
     *
     * @param address of which scheme, host and port count
     * @param reach where the host may lie; {@code localhost} and its numbers are this machine whatever is said here
     * @param connectTimeout how long a connection may take to come about
     * @throws IllegalArgumentException if the address is neither https nor http on this machine, or is a number out of reach
     */
    public static OutgoingHttp to(URI address, Reach reach, Duration connectTimeout) {
        var destination = Destination.of(address);
        GuardedNames.hold(destination, reach);
        return new OutgoingHttp(
                destination,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(connectTimeout)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build());
    }

    /**
     * Sends a request. Fails with {@link NotAllowed} where it is for another destination.
     *
     * @param mostBytes of the answer's body; a longer one is a failure
     */
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request, int mostBytes) {
        if (!destination.covers(request.uri())) {
            return CompletableFuture.failedFuture(
                    new NotAllowed(String.valueOf(request.uri().getHost())));
        }
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
