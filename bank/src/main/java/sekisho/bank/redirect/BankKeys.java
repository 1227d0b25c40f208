package sekisho.bank.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The keys that banks publish at {@code /link-keys.json} below their issuer, fetched when they are needed and kept for
 * ten minutes. Any thread; one bank's slowness holds up nobody who asks about another.
 */
public final class BankKeys implements AutoCloseable {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final BankCalls calls;
    private final Map<URI, Shelf> shelves;

    /** @param banks issuers of all banks whose keys may be fetched; no other address is ever called */
    public BankKeys(Iterable<URI> banks, InstantSource clock) {
        this.clock = clock;
        var all = new ConcurrentHashMap<URI, Shelf>();
        banks.forEach(bank -> all.put(BankCalls.requireSafe(bank), new Shelf()));
        this.shelves = Map.copyOf(all);
        this.calls = new BankCalls(shelves.keySet());
    }

    /**
     * The keys of a bank, to check a document with. If the kept ones do not have the key that the document names, they
     * are fetched again, at most every 10 s: a bank may have a new key.
     *
     * @throws IOException if there are none to be had
     * @throws IllegalArgumentException if the bank is not one of those this was made for
     */
    public JWKSet keys(URI bank, String document) throws IOException {
        return keys(
                bank,
                kept -> SignedDocument.keyId(document)
                        .map(id -> kept.getKeyByKeyId(id) != null)
                        .orElse(true));
    }

    /**
     * The keys with which a bank signs statements. If the kept ones do not have a number, they are fetched again, as
     * above.
     *
     * @param number of the key that is needed
     * @throws IOException if there are none to be had
     * @throws IllegalArgumentException if the bank is not one of those this was made for
     */
    public StatementKeys statementKeys(URI bank, int number) throws IOException {
        return StatementKeys.of(keys(bank, kept -> StatementKeys.of(kept).has(number)));
    }

    private JWKSet keys(URI bank, Predicate<JWKSet> suffices) throws IOException {
        Shelf shelf = shelves.get(bank);
        if (shelf == null) {
            throw new IllegalArgumentException("no bank has the issuer " + bank);
        }
        shelf.lock.lock();
        try {
            Instant now = clock.instant();
            boolean old = now.isAfter(shelf.fetched.plus(KEPT));
            boolean lacking = !suffices.test(shelf.keys);
            if (old || (lacking && now.isAfter(shelf.fetched.plus(BETWEEN_FETCHES)))) {
                shelf.keys = fetch(bank);
                shelf.fetched = now;
            }
            return shelf.keys;
        } finally {
            shelf.lock.unlock();
        }
    }

    @Override
    public void close() {
        calls.close();
    }

    private JWKSet fetch(URI bank) throws IOException {
        var response = calls.send(
                HttpRequest.newBuilder(URI.create(bank + "/link-keys.json")).build());
        if (response.statusCode() != 200) {
            throw new IOException("the bank answered " + response.statusCode() + " when asked for its keys");
        }
        try {
            return JWKSet.parse(new String(response.body(), UTF_8)).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IOException("what the bank publishes is no JWK set", e);
        }
    }

    /** One bank's keys. Owner: the holder of its lock. */
    private static final class Shelf {
        private final ReentrantLock lock = new ReentrantLock();
        private JWKSet keys = new JWKSet();
        private Instant fetched = Instant.EPOCH;
    }
}
