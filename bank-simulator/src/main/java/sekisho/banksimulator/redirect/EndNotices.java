package sekisho.banksimulator.redirect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sekisho.banksimulator.banks.Operator;

/**
 * Tells operators of mandates that have ended: three times at most, and without keeping anybody waiting. What is lost
 * stands in the list that operators ask for.
 */
public final class EndNotices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndNotices.class);
    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST_WAIT)
            .build();

    public EndNotices(InstantSource clock) {
        this.clock = clock;
    }

    /** How a mandate ended, in the protocol's words. */
    public record Ended(long number, long at, String by) {}

    /** Tells an operator, if it takes notices. */
    public void tell(ResultSigner signer, String issuer, Operator.Redirect redirect, String mandate, Ended ended) {
        URI address = redirect.notices();
        if (address == null) {
            return;
        }
        String notice = signer.ended(issuer, redirect.issuer().toString(), mandate, ended, clock.instant());
        var request = HttpRequest.newBuilder(address)
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/jwt")
                .POST(BodyPublishers.ofString(notice))
                .build();
        var _ = tellers.submit(() -> send(request));
    }

    @Override
    public void close() {
        tellers.shutdownNow();
        client.shutdownNow();
    }

    private void send(HttpRequest request) {
        try {
            for (int i = 0; i < TRIES; i++) {
                if (isTaken(request)) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
            LOG.info("an operator took no notice of an ended mandate; it stands in the list");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTaken(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            LOG.debug("an operator does not take a notice of an ended mandate now", e);
            return false;
        }
    }
}
