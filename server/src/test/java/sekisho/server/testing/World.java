package sekisho.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import sekisho.protocol.StateRecord;
import sekisho.server.access.Scope;
import sekisho.wire.StateFingerprint;

/**
 * A server as tests see it: a caller who may do everything, a test currency XTS without limits in tier 255, two banks, and
 * as many wallets, merchants and clients as a test makes for itself.
 */
public final class World {
    /** A tier without limits, in XTS and in yen. */
    public static final int TIER = 255;

    private static final long FUNDS = 1_000_000_000;

    private final RunningServer server;
    private final Caller operator;

    private World(RunningServer server, Caller operator) {
        this.server = server;
        this.operator = operator;
    }

    /** The world of a server; what it needs is made if it is not there. */
    public static World on(RunningServer server) {
        var anybody = new Caller(server.server().baseUrl(), null);
        Properties operator = operator(server.keys());
        String token = anybody.token(
                        operator.getProperty("CLIENT_ID"),
                        operator.getProperty("CLIENT_SECRET"),
                        "grant_type=client_credentials")
                .expect(200)
                .get("access_token");
        var world = new World(server, anybody.withToken(token));
        world.prepare();
        return world;
    }

    public RunningServer server() {
        return server;
    }

    /** Who may do everything. */
    public Caller operator() {
        return operator;
    }

    /** Who has no token. */
    public Caller anybody() {
        return operator.withToken(null);
    }

    /** A new client with these scopes, and its token. */
    public Caller client(Scope... scopes) {
        return client(1_000_000, scopes);
    }

    /** A new client with a rate. */
    public Caller client(int requestsPerSecond, Scope... scopes) {
        var added = addClient(requestsPerSecond, scopes);
        return operator.withToken(tokenOf(added));
    }

    /** A new client, as the server answered. */
    public Reply addClient(int requestsPerSecond, Scope... scopes) {
        String words =
                Arrays.stream(scopes).map(scope -> "\"" + scope.word() + "\"").collect(Collectors.joining(","));
        return operator.post(
                        "/v1/clients",
                        "{\"name\":\"Test\",\"scopes\":[" + words + "],\"requestsPerSecond\":" + requestsPerSecond
                                + "}")
                .expect(201);
    }

    /** A token of a client that was added. */
    public String tokenOf(Reply added) {
        return anybody()
                .token(added.get("client.id"), added.get("secret"), "grant_type=client_credentials")
                .expect(200)
                .get("access_token");
    }

    /** A new wallet in XTS with money. */
    public String wallet() {
        String wallet = emptyWallet("XTS");
        operator.post(
                        "/v1/top-ups/received",
                        "{\"wallet\":\"" + wallet + "\",\"bank\":\"0001\",\"amount\":" + FUNDS
                                + ",\"currency\":\"XTS\"}")
                .expect(201);
        return wallet;
    }

    public String emptyWallet(String currency) {
        return operator.post("/v1/wallets", "{\"tier\":" + TIER + ",\"currency\":\"" + currency + "\"}")
                .expect(201)
                .get("id");
    }

    public String merchant(String currency) {
        return operator.post("/v1/merchants", "{\"currency\":\"" + currency + "\"}")
                .expect(201)
                .get("id");
    }

    /** A new active link of a wallet to a bank. */
    public String link(String wallet, String bank) {
        String link = operator.post("/v1/wallets/" + wallet + "/links", "{\"bank\":\"" + bank + "\"}")
                .expect(201)
                .get("id");
        operator.post("/v1/wallets/" + wallet + "/links/" + link + "/activate", activation())
                .expect(200);
        return link;
    }

    /** What a link is activated on: evidence, and an account that nobody else has. */
    public static String activation() {
        return "{\"evidence\":1,\"account\":\"%016x%016x\"}"
                .formatted(
                        ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE),
                        ThreadLocalRandom.current().nextLong());
    }

    /** A new payment of a wallet to a merchant. */
    public String payment(String wallet, String merchant, long amount) {
        return operator.post(
                        "/v1/payments",
                        "{\"wallet\":\"" + wallet + "\",\"merchant\":\"" + merchant + "\",\"amount\":" + amount
                                + ",\"currency\":\"XTS\"}")
                .expect(201)
                .get("id");
    }

    /** A hash of everything the engine keeps, but for time and remembered answers. */
    public String state() {
        var fingerprint = new StateFingerprint();
        server.node().export(row -> {
            boolean timeOrAnswer = row instanceof StateRecord.Engine || row instanceof StateRecord.AnswerRow;
            if (!timeOrAnswer) {
                fingerprint.add(row);
            }
        });
        return fingerprint.hex();
    }

    /** Debits less credits over all accounts of the engine: 0. */
    public long imbalance() {
        long[] sum = new long[1];
        server.node().export(row -> {
            if (row instanceof StateRecord.AccountRow account) {
                sum[0] += account.debitsPosted() - account.creditsPosted();
                sum[0] += account.debitsPending() - account.creditsPending();
            }
        });
        return sum[0];
    }

    private void prepare() {
        operator.post("/v1/currencies", "{\"currency\":\"XTS\",\"exponent\":2,\"test\":true}");
        operator.post("/v1/banks", "{\"bank\":\"0001\"}");
        operator.post("/v1/banks", "{\"bank\":\"0005\"}");
        for (String currency : new String[] {"XTS", "JPY"}) {
            for (String operation : new String[] {"send", "pay", "top-up", "cash-out"}) {
                operator.put("/v1/tiers/" + TIER + "/limits/" + operation, "{\"currency\":\"" + currency + "\"}")
                        .expect(200);
            }
            operator.put("/v1/tiers/" + TIER + "/balance-cap", "{\"currency\":\"" + currency + "\"}")
                    .expect(200);
        }
    }

    private static Properties operator(Path keys) {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(keys.resolve("operator.env"))) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The operator's secret, as its file holds it. */
    public String operatorSecret() {
        return Objects.requireNonNull(operator(server.keys()).getProperty("CLIENT_SECRET"));
    }
}
