package sekisho.server.api.fuzz;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import sekisho.server.access.Scope;
import sekisho.server.testing.World;

/** A request that is right for every end point that changes something. Things are made for it, and not used up by asking. */
final class ValidRequests {
    private final Map<String, Request> requests = new LinkedHashMap<>();

    /** A path with its variables filled in, and a body. */
    record Request(String path, String body) {}

    static ValidRequests in(World world) {
        var requests = new ValidRequests();
        requests.wallets(world);
        requests.merchants(world);
        requests.money(world);
        requests.banks();
        requests.ledger(world);
        requests.settings();
        requests.clients(world);
        return requests;
    }

    /** By method and path. */
    Map<String, Request> all() {
        return requests;
    }

    private void add(String operation, String path, String body) {
        requests.put(operation, new Request(path, body.replace('\'', '"')));
    }

    private void wallets(World world) {
        String wallet = world.emptyWallet("XTS");
        String path = "/v1/wallets/" + wallet;
        String requested = world.operator()
                .post(path + "/links", "{\"bank\":\"0001\"}")
                .expect(201)
                .get("id");
        String active = world.link(wallet, "0001");
        add("POST /v1/wallets", "/v1/wallets", "{'tier':1,'currency':'JPY','code':5,'userData':6}");
        add("POST /v1/wallets/{wallet}/accounts", path + "/accounts", "{'currency':'JPY','code':5,'userData':6}");
        add("POST /v1/wallets/{wallet}/freeze", path + "/freeze", "{'scope':'debits','reason':5}");
        add("POST /v1/wallets/{wallet}/unfreeze", path + "/unfreeze", "{'scope':'all','reason':5}");
        add("POST /v1/wallets/{wallet}/close", "/v1/wallets/" + world.emptyWallet("XTS") + "/close", "{}");
        add("PUT /v1/wallets/{wallet}/tier", path + "/tier", "{'tier':2}");
        add("PUT /v1/wallets/{wallet}/floor", path + "/floor", "{'currency':'XTS','floor':-5}");
        add("POST /v1/wallets/{wallet}/links", path + "/links", "{'bank':'0001'}");
        add(
                "POST /v1/wallets/{wallet}/links/{link}/activate",
                path + "/links/" + requested + "/activate",
                "{'evidence':7}");
        add("POST /v1/wallets/{wallet}/links/{link}/close", path + "/links/" + active + "/close", "{'reason':7}");
    }

    private void merchants(World world) {
        String path = "/v1/merchants/" + world.merchant("XTS");
        add("POST /v1/merchants", "/v1/merchants", "{'currency':'JPY','code':5,'userData':6}");
        add("POST /v1/merchants/{merchant}/freeze", path + "/freeze", "{'scope':'credits','reason':5}");
        add("POST /v1/merchants/{merchant}/unfreeze", path + "/unfreeze", "{'scope':'credits','reason':5}");
        add("POST /v1/merchants/{merchant}/close", "/v1/merchants/" + world.merchant("XTS") + "/close", "{}");
    }

    private void money(World world) {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        String merchant = world.merchant("XTS");
        String link = world.link(from, "0001");
        String pair = "{'wallet':'" + from + "','merchant':'" + merchant + "','amount':50,'currency':'XTS'";
        String paid = world.payment(from, merchant, 50);
        String movement = "{'wallet':'" + from + "','link':'" + link + "','amount':50,'currency':'XTS'}";
        String test = "{'wallet':'" + from + "','bank':'0001','amount':50,'currency':'XTS'}";
        add(
                "POST /v1/transfers",
                "/v1/transfers",
                "{'from':'" + from + "','to':'" + to + "','amount':50,'currency':'XTS','upTo':true,'code':5}");
        add("POST /v1/payments", "/v1/payments", pair + ",'fee':1}");
        add("POST /v1/authorisations", "/v1/authorisations", pair + ",'expiresAfterSeconds':60}");
        add(
                "POST /v1/payments/{payment}/capture",
                "/v1/payments/" + authorised(world, pair) + "/capture",
                "{'amount':5,'fee':1}");
        add("POST /v1/payments/{payment}/void", "/v1/payments/" + authorised(world, pair) + "/void", "{}");
        add("POST /v1/payments/{payment}/refunds", "/v1/payments/" + paid + "/refunds", "{'amount':5,'fee':0}");
        add("POST /v1/top-ups", "/v1/top-ups", movement);
        add("POST /v1/top-ups/received", "/v1/top-ups/received", test);
        add("POST /v1/cash-outs", "/v1/cash-outs", movement);
        add("POST /v1/cash-outs/paid-out", "/v1/cash-outs/paid-out", test);
    }

    private static String authorised(World world, String pair) {
        return world.operator()
                .post("/v1/authorisations", (pair + "}").replace('\'', '"'))
                .expect(201)
                .get("id");
    }

    private void banks() {
        add("POST /v1/banks", "/v1/banks", "{'bank':'0009'}");
        add("POST /v1/banks/{bank}/suspensions", "/v1/banks/0005/suspensions", "{'operation':'cash-outs','reason':5}");
        add("POST /v1/banks/{bank}/reopenings", "/v1/banks/0005/reopenings", "{'operation':'cash-outs','reason':5}");
        String sweep = "{'from':'0001','to':'0005','amount':1,'currency':'XTS'}";
        add("POST /v1/sweeps", "/v1/sweeps", sweep);
        add("POST /v1/sweeps/arrivals", "/v1/sweeps/arrivals", sweep);
    }

    private void ledger(World world) {
        String wallet = world.wallet();
        String lines = "'lines':[{'kind':'wallet','owner':'" + wallet
                + "','side':'debit','amount':9,'currency':'XTS'},{'kind':'fees','side':'credit','amount':9,'currency':'XTS'}]";
        add(
                "POST /v1/postings",
                "/v1/postings",
                "{" + lines + ",'upTo':true,'reverses':'000000000000000000000000000000bb'}");
        add("POST /v1/holds", "/v1/holds", "{" + lines + ",'expiresAfterSeconds':60}");
        for (String end : new String[] {"post", "void"}) {
            String hold = world.operator()
                    .post("/v1/holds", ("{" + lines + "}").replace('\'', '"'))
                    .expect(201)
                    .get("id");
            add(
                    "POST /v1/holds/{hold}/" + end,
                    "/v1/holds/" + hold + "/" + end,
                    end.equals("post") ? "{'amount':5}" : "{}");
        }
    }

    private void settings() {
        add("POST /v1/currencies", "/v1/currencies", "{'currency':'XTX','exponent':2,'test':true}");
        add(
                "PUT /v1/tiers/{tier}/limits/{operation}",
                "/v1/tiers/9/limits/send",
                "{'perOperation':1,'in24Hours':2,'in30Days':3,'inDay':4,'inMonth':5,'currency':'XTS'}");
        add("PUT /v1/tiers/{tier}/balance-cap", "/v1/tiers/9/balance-cap", "{'cap':5,'currency':'XTS'}");
        add("POST /v1/engine/time-confirmations", "/v1/engine/time-confirmations", "{'time':'" + Instant.now() + "'}");
        add("PUT /v1/engine/behaviour", "/v1/engine/behaviour", "{'version':2}");
        add("PUT /v1/engine/journal-capacity", "/v1/engine/journal-capacity", "{'answers':33554432}");
    }

    private void clients(World world) {
        String client = "/v1/clients/" + world.addClient(5, Scope.BULK).get("client.id");
        add(
                "POST /v1/clients",
                "/v1/clients",
                "{'name':'Fuzz','scopes':['bulk'],'requestsPerSecond':5,'keys':[{'kty':'EC','kid':'k','crv':'P-256',"
                        + "'x':'ZR8ve2DSA16EBBFZSyIjJq8YLCi4U-Z4-QLQiDq5xyw',"
                        + "'y':'vcv9UzOKvBdGO7qNZkINyJZWX76zAvFb6Ow-RbKtQ0s','alg':'ES256','use':'sig'}]}");
        add("POST /v1/clients/{client}/secrets", client + "/secrets", "{}");
        add("POST /v1/clients/{client}/disable", client + "/disable", "{}");
        add("POST /v1/clients/{client}/enable", client + "/enable", "{}");
    }
}
