package sekisho.fuzz;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A right request for every end point, in a scene, with some freedom in what is asked for. */
public final class RightRequests {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String TIME = "2026-09-10T03:00:00Z";

    private final Scene scene;
    private final RandomGenerator random;
    private final Map<String, Right> requests = new LinkedHashMap<>();

    private RightRequests(Scene scene, RandomGenerator random) {
        this.scene = scene;
        this.random = random;
    }

    /**
     * A path with its variables filled in, and a body.
     *
     * @param body null: none
     */
    public record Right(String path, @Nullable String body) {}

    /** By method and path of the document. */
    public static Map<String, Right> of(ApiDocument document, Scene scene, RandomGenerator random) {
        var right = new RightRequests(scene, random);
        right.reads();
        right.lists();
        right.wallets();
        right.links();
        right.merchants();
        right.payments();
        right.movements();
        right.banks();
        right.ledger();
        right.settings();
        right.clients();
        right.bulk();
        document.operations().forEach(operation -> right.complete(document, operation));
        return right.requests;
    }

    private void complete(ApiDocument document, Operation operation) {
        Operation.Body takes = operation.body();
        if (takes != null && !takes.isLines()) {
            requests.computeIfPresent(operation.toString(), (_, right) -> {
                String body = right.body();
                return body == null ? right : new Right(right.path(), completed(document, takes.schema(), body));
            });
        }
    }

    /** A body with what a schema of the document requires besides. */
    static String completed(ApiDocument document, String schema, String body) {
        return completed(document, document.component(schema), body.replace('\'', '"'));
    }

    private static String completed(ApiDocument document, JsonNode schema, String body) {
        var tree = (ObjectNode) MAPPER.readTree(body);
        schema.path("required").forEach(name -> {
            if (!tree.has(name.asString())) {
                tree.set(
                        name.asString(),
                        document.resolve(schema.path("properties").path(name.asString()))
                                .path("example"));
            }
        });
        return tree.toString();
    }

    private void read(String operation, String path) {
        requests.put("GET " + operation, new Right(path, null));
    }

    private void post(String operation, String path, String body) {
        requests.put("POST " + operation, new Right(path, body.replace('\'', '"')));
    }

    private void put(String operation, String path, String body) {
        requests.put("PUT " + operation, new Right(path, body.replace('\'', '"')));
    }

    private int few() {
        return random.nextInt(1, 20);
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String wallet() {
        return "/v1/wallets/" + scene.of("wallet");
    }

    private String merchant() {
        return "/v1/merchants/" + scene.of("merchant");
    }

    private void reads() {
        read("/problems", "/problems");
        read("/problems/{code}", "/problems/insufficient-funds");
        read("/v1/banks/{bank}", "/v1/banks/0001");
        read("/v1/cash-outs/{cashOut}", "/v1/cash-outs/" + scene.of("cashOut"));
        read("/v1/top-ups/{topUp}", "/v1/top-ups/" + scene.of("topUp"));
        read("/v1/payments/{payment}", "/v1/payments/" + scene.of("payment"));
        read("/v1/clients/{client}", "/v1/clients/" + scene.of("client"));
        read("/v1/merchants/{merchant}", merchant());
        read("/v1/merchants/{merchant}/balances", merchant() + "/balances");
        read("/v1/wallets/{wallet}", wallet());
        read("/v1/wallets/{wallet}/balances", wallet() + "/balances");
        read("/v1/wallets/{wallet}/links", wallet() + "/links");
        read("/v1/wallets/{wallet}/links/{link}", wallet() + "/links/" + scene.of("link"));
        read("/v1/requests/{request}", "/v1/requests/01890a5d-ac96-774b-bcce-b302099a8057");
        read("/v1/directory/banks/{bank}", "/v1/directory/banks/0001");
        read("/v1/directory/banks/{bank}/branches/{branch}", "/v1/directory/banks/0001/branches/001");
        read(
                "/v1/directory/japan-post",
                "/v1/directory/japan-post" + one("?symbol=14030&number=12345671", "?branch=408&account=1234567"));
    }

    private void lists() {
        String page = "currency=XTS&limit=" + few() + one("", "&cursor=3", "&from=" + TIME, "&to=" + TIME);
        String owner = "?kind=wallet&owner=" + scene.of("wallet");
        read("/v1/accounts", "/v1/accounts" + one("?kind=fees", "?kind=settlement&owner=0001", owner));
        read("/v1/accounts/entries", "/v1/accounts/entries" + one("?kind=fees", owner) + "&" + page);
        read("/v1/banks", "/v1/banks");
        read("/v1/banks/{bank}/changes", "/v1/banks/0001/changes?limit=" + few());
        read("/v1/clients", "/v1/clients");
        read("/v1/directory/banks", "/v1/directory/banks?query=" + one("mizuho", "00", "%E3%81%BF") + "&limit=3");
        read("/v1/directory/banks/{bank}/branches", "/v1/directory/banks/0001/branches?limit=" + few());
        read("/v1/events", "/v1/events?after=" + random.nextInt(1 << 20) / 32 * 32 + "&limit=" + few());
        read("/v1/instructions", "/v1/instructions?bank=0001&status=requested&limit=" + few());
        read("/v1/instructions/counts", "/v1/instructions/counts");
        read("/v1/merchants", "/v1/merchants?ids=" + scene.of("merchant") + "," + scene.of("bareMerchant"));
        read("/v1/wallets", "/v1/wallets?ids=" + scene.of("wallet") + ",00000000000000aa");
        read("/v1/merchants/{merchant}/entries", merchant() + "/entries?" + page);
        read("/v1/merchants/{merchant}/statement", merchant() + "/statement?" + page);
        read("/v1/wallets/{wallet}/entries", wallet() + "/entries?kind=posted&" + page);
        read("/v1/wallets/{wallet}/movements", wallet() + "/movements?limit=" + few());
        read("/v1/wallets/{wallet}/statement", wallet() + "/statement?" + page);
    }

    private void wallets() {
        String path = "/v1/wallets/" + scene.of("bare");
        String open = "'code':5,'userData':" + few() + "}";
        String freeze = "{'scope':'" + one("debits", "credits", "all") + "','reason':" + few() + "}";
        post("/v1/wallets", "/v1/wallets", "{'tier':1,'currency':'JPY'," + open);
        post("/v1/wallets/{wallet}/accounts", path + "/accounts", "{'currency':'JPY'," + open);
        post("/v1/wallets/{wallet}/freeze", path + "/freeze", freeze);
        post("/v1/wallets/{wallet}/unfreeze", path + "/unfreeze", freeze);
        post("/v1/wallets/{wallet}/close", "/v1/wallets/" + scene.of("barest") + "/close", "{}");
        put("/v1/wallets/{wallet}/tier", path + "/tier", "{'tier':" + few() + "}");
        put("/v1/wallets/{wallet}/floor", path + "/floor", "{'currency':'XTS','floor':-" + few() + "}");
    }

    private void links() {
        String links = wallet() + "/links";
        String reason = "{'reason':" + few() + "}";
        post("/v1/wallets/{wallet}/links", links, "{'bank':'" + one("0001", "0005") + "'}");
        post(
                "/v1/wallets/{wallet}/links/{link}/activate",
                links + "/" + scene.of("requestedLink") + "/activate",
                "{'evidence':" + few() + "}");
        post("/v1/wallets/{wallet}/links/{link}/close", links + "/" + scene.of("otherLink") + "/close", reason);
    }

    private void merchants() {
        String freeze = "{'scope':'credits','reason':" + few() + "}";
        post("/v1/merchants", "/v1/merchants", "{'currency':'JPY','code':5,'userData':" + few() + "}");
        post("/v1/merchants/{merchant}/freeze", merchant() + "/freeze", freeze);
        post("/v1/merchants/{merchant}/unfreeze", merchant() + "/unfreeze", freeze);
        post("/v1/merchants/{merchant}/close", "/v1/merchants/" + scene.of("bareMerchant") + "/close", "{}");
    }

    private String amount() {
        return "'amount':" + few() + ",'currency':'XTS'";
    }

    private void payments() {
        String pair = "{'wallet':'" + scene.of("wallet") + "','merchant':'" + scene.of("merchant") + "'," + amount();
        String payments = "/v1/payments/";
        String authorised = payments + scene.of("authorised");
        post("/v1/payments", "/v1/payments", pair + ",'fee':1}");
        post("/v1/authorisations", "/v1/authorisations", pair + ",'expiresAfterSeconds':60}");
        post("/v1/payments/{payment}/capture", authorised + "/capture", "{'amount':" + few() + ",'fee':1}");
        post("/v1/payments/{payment}/void", payments + scene.of("alsoAuthorised") + "/void", "{}");
        post(
                "/v1/payments/{payment}/refunds",
                payments + scene.of("payment") + "/refunds",
                "{'amount':" + few() + ",'fee':0}");
        post(
                "/v1/transfers",
                "/v1/transfers",
                "{'from':'" + scene.of("wallet") + "','to':'" + scene.of("payee") + "'," + amount()
                        + ",'upTo':true,'code':5}");
    }

    private void movements() {
        String movement = "{'wallet':'" + scene.of("wallet") + "','link':'" + scene.of("link") + "'," + amount() + "}";
        String test = "{'wallet':'" + scene.of("wallet") + "','bank':'0001'," + amount() + "}";
        post("/v1/top-ups", "/v1/top-ups", movement);
        post("/v1/top-ups/received", "/v1/top-ups/received", test);
        post("/v1/cash-outs", "/v1/cash-outs", movement);
        post("/v1/cash-outs/paid-out", "/v1/cash-outs/paid-out", test);
    }

    private void banks() {
        String change = "{'operation':'cash-outs','reason':" + few() + "}";
        String sweep = "{'from':'0001','to':'0005'," + amount() + "}";
        post("/v1/banks", "/v1/banks", "{'bank':'%04d'}".formatted(random.nextInt(10, 1_000)));
        post("/v1/banks/{bank}/suspensions", "/v1/banks/0005/suspensions", change);
        post("/v1/banks/{bank}/reopenings", "/v1/banks/0005/reopenings", change);
        post("/v1/sweeps", "/v1/sweeps", sweep);
        post("/v1/sweeps/arrivals", "/v1/sweeps/arrivals", sweep);
    }

    private void ledger() {
        String amount = amount();
        String lines = "{'lines':[{'kind':'wallet','owner':'" + scene.of("wallet") + "','side':'debit'," + amount
                + "},{'kind':'fees','side':'credit'," + amount + "}]";
        post("/v1/postings", "/v1/postings", lines + one("", ",'upTo':true") + "}");
        post("/v1/holds", "/v1/holds", lines + ",'expiresAfterSeconds':" + few() + "}");
        post("/v1/holds/{hold}/post", "/v1/holds/" + scene.of("hold") + "/post", "{'amount':" + few() + "}");
        post("/v1/holds/{hold}/void", "/v1/holds/" + scene.of("otherHold") + "/void", "{}");
    }

    private void settings() {
        String letters = "" + letter() + letter() + letter();
        String numbers = "{'perOperation':1,'in24Hours':2,'in30Days':3,'inDay':4,'inMonth':" + few();
        post("/v1/currencies", "/v1/currencies", "{'currency':'" + letters + "','exponent':2,'test':true}");
        put("/v1/tiers/{tier}/limits/{operation}", "/v1/tiers/9/limits/send", numbers + ",'currency':'XTS'}");
        put("/v1/tiers/{tier}/balance-cap", "/v1/tiers/9/balance-cap", "{'cap':" + few() + ",'currency':'XTS'}");
        // Whole milliseconds: two times that are written differently are two.
        post(
                "/v1/engine/time-confirmations",
                "/v1/engine/time-confirmations",
                "{'time':'" + Instant.ofEpochMilli(System.currentTimeMillis() - few()) + "'}");
        put("/v1/engine/behaviour", "/v1/engine/behaviour", "{'version':" + one("2", "3") + "}");
        // Never less than the engine begins with: a full journal ends the game.
        put("/v1/engine/journal-capacity", "/v1/engine/journal-capacity", "{'answers':" + (33_554_432 + few()) + "}");
    }

    private char letter() {
        // QQQ is nobody's.
        return (char) random.nextInt('A', 'P' + 1);
    }

    private void clients() {
        String client = "/v1/clients/" + scene.of("client");
        post(
                "/v1/clients",
                "/v1/clients",
                "{'name':'Fuzz','scopes':['bulk'],'requestsPerSecond':" + few()
                        + ",'keys':[{'kty':'EC','kid':'k','crv':'P-256',"
                        + "'x':'ZR8ve2DSA16EBBFZSyIjJq8YLCi4U-Z4-QLQiDq5xyw',"
                        + "'y':'vcv9UzOKvBdGO7qNZkINyJZWX76zAvFb6Ow-RbKtQ0s','alg':'ES256','use':'sig'}]}");
        post("/v1/clients/{client}/secrets", client + "/secrets", "{}");
        post("/v1/clients/{client}/disable", client + "/disable", "{}");
        post("/v1/clients/{client}/enable", client + "/enable", "{}");
    }

    private void bulk() {
        var keys = new Keys(random);
        boolean tooLong = random.nextInt(4) == 0;
        var lines = new StringBuilder();
        for (int i = tooLong ? 65 : few(); i > 0; i--) {
            lines.append("{'id':'")
                    .append(keys.next())
                    .append("','transfer':{'from':'")
                    .append(scene.of("wallet"))
                    .append("','to':'")
                    .append(scene.of("payee"))
                    .append("',")
                    .append(amount())
                    .append("}}\n");
        }
        post("/v1/bulk", "/v1/bulk?mode=" + (tooLong ? "atomic" : one("atomic", "continue")), lines.toString());
    }
}
