package sekisho.bank.redirect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sekisho.bank.outgoing.OutgoingHttp;
import sekisho.bank.outgoing.Reach;

/** HTTP to banks that are known: bounded answers, a deadline for the whole exchange, plain only on loopback. */
public final class BankCalls implements AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);

    /** By origin: banks behind one host share a client. */
    private final Map<URI, OutgoingHttp> clients;

    /** @param banks which may be called; customers' browsers go there too, so they are in the internet or on this machine */
    public BankCalls(Iterable<URI> banks) {
        var all = new HashMap<URI, OutgoingHttp>();
        banks.forEach(bank -> all.computeIfAbsent(
                origin(requireSafe(bank)), origin -> OutgoingHttp.to(origin, Reach.INTERNET, CONNECT)));
        this.clients = Map.copyOf(all);
    }

    /** The address itself, if it is one that a bank may have. */
    public static URI requireSafe(URI address) {
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
        if (!safe) {
            throw new IllegalArgumentException("a bank's address is https, or http on loopback: " + address);
        }
        return address;
    }

    /** Asks, and waits for the whole answer. @throws IOException if it did not come in time */
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        @Nullable OutgoingHttp client = clients.get(origin(request.uri()));
        if (client == null) {
            throw new IOException("no bank is at " + request.uri().getHost());
        }
        CompletableFuture<HttpResponse<byte[]>> coming = client.send(request, LONGEST_ANSWER);
        try {
            return coming.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the bank gave no whole answer", e.getCause());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("the bank gave no answer within " + WHOLE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the bank was asked", e);
        }
    }

    @Override
    public void close() {
        clients.values().forEach(OutgoingHttp::close);
    }

    private static URI origin(URI address) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }
}
