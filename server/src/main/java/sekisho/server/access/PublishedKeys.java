package sekisho.server.access;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sekisho.bank.outgoing.OutgoingHttp;
import sekisho.bank.outgoing.Reach;

/** Fetches the keys that another authorization server publishes, from the configured host and from no other. Any thread. */
final class PublishedKeys implements ResourceRetriever {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;

    private final OutgoingHttp client;

    PublishedKeys(URI address) {
        client = OutgoingHttp.to(address, Reach.INTERNET, CONNECT);
    }

    @Override
    public Resource retrieveResource(@Nullable URL url) throws IOException {
        if (url == null) {
            throw new IOException("the address of the keys is missing");
        }
        try {
            var response = client.send(HttpRequest.newBuilder(url.toURI()).build(), MOST_BYTES)
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException("the keys were answered with status " + response.statusCode());
            }
            String type = response.headers().firstValue("Content-Type").orElse(null);
            return new Resource(new String(response.body(), StandardCharsets.UTF_8), type);
        } catch (ExecutionException | TimeoutException | URISyntaxException e) {
            throw new IOException("the keys were not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the keys were fetched", e);
        }
    }
}
