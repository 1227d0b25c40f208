package sekisho.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.Caller;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
final class ReadsTest {
    private final World world;
    private final Caller caller;

    ReadsTest(World world) {
        this.world = world;
        this.caller = world.operator();
    }

    @Test
    void pagesOfEntriesAreTheWholeHistoryOnce() {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        long position = 0;
        for (int i = 1; i <= 7; i++) {
            position = transfer(from, to, i);
        }
        List<Integer> amounts = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = caller.get(
                            "/v1/wallets/" + to + "/entries?currency=XTS&limit=3&atLeast=" + position + cursor)
                    .expect(200)
                    .json();
            page.path("entries")
                    .forEach(entry -> amounts.add(entry.path("amount").asInt()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asLong() : "";
            pages++;
        } while (!cursor.isEmpty());
        assertThat(amounts).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void entriesAreFilteredByOperationKindAndTime() {
        String from = world.wallet();
        String to = world.emptyWallet("XTS");
        transfer(from, to, 1);
        var second = caller.post("/v1/transfers", transferBody(from, to, 2)).expect(201);
        String path = "/v1/wallets/" + from + "/entries?currency=XTS&atLeast=" + second.position();
        JsonNode found =
                caller.get(path + "&operation=" + second.get("id")).expect(200).json();
        assertThat(found.path("entries").size()).isEqualTo(1);
        JsonNode entry = found.path("entries").get(0);
        assertThat(entry.path("outcome").asString()).isEqualTo("transfer-sent");
        assertThat(entry.path("counterpart").path("owner").asString()).isEqualTo(to);
        assertThat(entry.path("side").asString()).isEqualTo("debit");
        assertThat(size(path + "&kind=held")).isZero();
        assertThat(size(path + "&kind=posted")).isEqualTo(3);
        assertThat(size(path + "&from=2100-01-01T00:00:00Z")).isZero();
        assertThat(size(path + "&to=2100-01-01T09:00:00%2B09:00")).isEqualTo(3);
    }

    @Test
    void manyWalletsAreReadAtOnceAndTheMissingNamed() {
        String rich = world.wallet();
        String poor = world.emptyWallet("XTS");
        long position = transfer(rich, poor, 5);
        String nobody = "00000000000000aa";
        JsonNode found = caller.get("/v1/wallets?ids=" + rich + "," + nobody + "," + poor + "&atLeast=" + position)
                .expect(200)
                .json();
        assertThat(found.path("wallets")
                        .valueStream()
                        .map(wallet -> wallet.path("id").asString()))
                .containsExactly(rich, poor);
        assertThat(found.path("wallets")
                        .get(1)
                        .path("balances")
                        .get(0)
                        .path("balance")
                        .asInt())
                .isEqualTo(5);
        assertThat(found.path("missing").get(0).asString()).isEqualTo(nobody);
        caller.get("/v1/wallets").expectProblem(400, "missing-parameter", "ids");
        caller.get("/v1/wallets?ids=").expectProblem(400, "malformed-value", "ids");
        caller.get("/v1/wallets?ids=" + "00000000000000aa,".repeat(100) + "00000000000000aa")
                .expectProblem(400, "out-of-range", "ids");
    }

    @Test
    void waitsForAPositionAndSaysWhenItIsNotThere() {
        String wallet = world.wallet();
        caller.get("/v1/wallets/" + wallet + "?atLeast=9007199254740991")
                .expectProblem(503, "projection-behind", "atLeast");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String nobody = "00000000000000aa";
        String nothing = "000000000000000000000000000000aa";
        caller.get("/v1/wallets/" + nobody).expectProblem(404, "wallet-not-found", "wallet");
        caller.get("/v1/wallets/" + nobody + "/balances").expectProblem(404, "wallet-not-found", "wallet");
        caller.get("/v1/wallets/" + nobody + "/entries").expectProblem(404, "wallet-not-found", "wallet");
        caller.get("/v1/wallets/" + nobody + "/statement").expectProblem(404, "wallet-not-found", "wallet");
        caller.get("/v1/wallets/" + nobody + "/links").expectProblem(404, "wallet-not-found", "wallet");
        caller.get("/v1/wallets/" + nobody + "/links/" + nothing).expectProblem(404, "link-not-found", "link");
        caller.get("/v1/merchants/" + nobody).expectProblem(404, "merchant-not-found", "merchant");
        caller.get("/v1/payments/" + nothing).expectProblem(404, "payment-not-found", "payment");
        caller.get("/v1/top-ups/" + nothing).expectProblem(404, "instruction-not-found", "topUp");
        caller.get("/v1/cash-outs/" + nothing).expectProblem(404, "instruction-not-found", "cashOut");
        caller.get("/v1/banks/9998").expectProblem(404, "bank-not-found", "bank");
        caller.get("/v1/directory/banks/9998").expectProblem(404, "not-listed", "bank");
        caller.get("/v1/directory/banks/0001/branches/999").expectProblem(404, "not-listed", "branch");
        caller.get("/v1/clients/nobody").expectProblem(404, "client-not-found", "client");
        caller.get("/problems/nothing").expectProblem(404, "not-found");
    }

    @Test
    void addressesAreHeldToTheirForms() {
        caller.get("/v1/wallets/5").expectProblem(400, "malformed-value", "wallet");
        caller.get("/v1/wallets/8000000000000000").expectProblem(400, "malformed-value", "wallet");
        caller.get("/v1/payments/xyz").expectProblem(400, "malformed-value", "payment");
        caller.get("/v1/requests/01890a5d-ac96-474b-bcce-b302099a8057")
                .expectProblem(400, "malformed-value", "request");
        caller.get("/v1/banks/1").expectProblem(400, "malformed-value", "bank");
        caller.get("/v1/events?limit=0").expectProblem(400, "out-of-range", "limit");
        caller.get("/v1/events?limit=1001").expectProblem(400, "out-of-range", "limit");
        caller.get("/v1/events?after=-1").expectProblem(400, "out-of-range", "after");
        caller.get("/v1/events?after=1e3").expectProblem(400, "malformed-value", "after");
        caller.get("/v1/events?afte=1").expectProblem(400, "unknown-parameter", "afte");
        caller.get("/v1/events?after=1&after=2").expectProblem(400, "malformed-value", "after");
        caller.get("/v1/accounts?kind=purse").expectProblem(400, "malformed-value", "kind");
        caller.get("/v1/accounts?kind=fees&owner=0001").expectProblem(400, "malformed-value", "owner");
        caller.get("/v1/accounts?kind=settlement").expectProblem(400, "missing-field", "owner");
    }

    @Test
    void theHousesAccountsAreReadByKind() {
        String wallet = world.wallet();
        var paid = caller.post(
                        "/v1/payments",
                        "{\"wallet\":\"" + wallet + "\",\"merchant\":\"" + world.merchant("XTS")
                                + "\",\"amount\":100,\"fee\":3,\"currency\":\"XTS\"}")
                .expect(201);
        JsonNode fees = caller.get("/v1/accounts?kind=fees&atLeast=" + paid.position())
                .expect(200)
                .json();
        assertThat(fees.path("balances")
                        .valueStream()
                        .filter(balance -> balance.path("currency").asString().equals("XTS"))
                        .mapToLong(balance -> balance.path("balance").asLong())
                        .sum())
                .isGreaterThanOrEqualTo(3);
        JsonNode entries = caller.get("/v1/accounts/entries?kind=fees&currency=XTS&operation=" + paid.get("id"))
                .expect(200)
                .json();
        assertThat(entries.path("entries").get(0).path("amount").asInt()).isEqualTo(3);
        assertThat(caller.get("/v1/accounts?kind=settlement&owner=0001")
                        .expect(200)
                        .json()
                        .path("balances")
                        .size())
                .isPositive();
    }

    @Test
    void theDirectoryFindsBanksAndBranches() {
        assertThat(caller.get("/v1/directory/banks/0001").expect(200).get("name"))
                .isEqualTo("みずほ");
        JsonNode found = caller.get("/v1/directory/banks?query=%E3%81%BF%E3%81%9A&limit=5")
                .expect(200)
                .json();
        assertThat(found.path("banks").get(0).path("code").asString()).isEqualTo("0001");
        assertThat(caller.get("/v1/directory/banks/0001/branches?limit=2")
                        .expect(200)
                        .json()
                        .path("branches")
                        .size())
                .isEqualTo(2);
        assertThat(caller.get("/v1/directory/japan-post?symbol=14030&number=12345671")
                        .expect(200)
                        .get("branch"))
                .isEqualTo("408");
        assertThat(caller.get("/v1/directory/japan-post?branch=408&account=1234567")
                        .expect(200)
                        .get("symbol"))
                .isEqualTo("14030");
        caller.get("/v1/directory/japan-post?symbol=10530&number=12345671")
                .expectProblem(400, "malformed-value", "symbol");
        caller.get("/v1/directory/japan-post?symbol=14030").expectProblem(400, "contradicting-fields");
    }

    @Test
    void banksShowTheirSwitches() {
        long position = caller.post("/v1/banks/0005/suspensions", "{\"operation\":\"links\",\"reason\":7}")
                .expect(200)
                .position();
        JsonNode bank =
                caller.get("/v1/banks/0005?atLeast=" + position).expect(200).json();
        assertThat(bank.path("links").path("open").asBoolean()).isFalse();
        assertThat(bank.path("links").path("reason").asInt()).isEqualTo(7);
        assertThat(bank.path("topUps").path("open").asBoolean()).isTrue();
        assertThat(bank.path("name").asString()).isEqualTo("三菱ＵＦＪ");
        position = caller.post("/v1/banks/0005/reopenings", "{\"operation\":\"links\"}")
                .expect(200)
                .position();
        JsonNode changes = caller.get("/v1/banks/0005/changes?limit=2&atLeast=" + position)
                .expect(200)
                .json();
        assertThat(changes.path("changes").get(0).path("open").asBoolean()).isTrue();
        assertThat(changes.path("changes").get(1).path("open").asBoolean()).isFalse();
        assertThat(caller.get("/v1/banks").expect(200).json().path("banks").size())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void movementsAreListedByWalletAndByBank() {
        String wallet = world.emptyWallet("XTS");
        String link = world.link(wallet, "0001");
        var started = caller.post(
                        "/v1/top-ups",
                        "{\"wallet\":\"" + wallet + "\",\"link\":\"" + link + "\",\"amount\":10,\"currency\":\"XTS\"}")
                .expect(202);
        String at = "atLeast=" + started.position();
        JsonNode own = caller.get("/v1/wallets/" + wallet + "/movements?" + at)
                .expect(200)
                .json();
        assertThat(own.path("movements").get(0).path("id").asString()).isEqualTo(started.get("id"));
        JsonNode open = caller.get("/v1/instructions?bank=0001&operation=top-ups&status=requested&limit=1000&" + at)
                .expect(200)
                .json();
        assertThat(open.path("movements")
                        .valueStream()
                        .map(movement -> movement.path("id").asString()))
                .contains(started.get("id"));
        assertThat(caller.get("/v1/instructions/counts?" + at)
                        .expect(200)
                        .json()
                        .path("counts")
                        .size())
                .isPositive();
        assertThat(caller.get("/v1/wallets/" + wallet + "/links/" + link)
                        .expect(200)
                        .get("status"))
                .isEqualTo("active");
        assertThat(caller.get("/v1/wallets/" + wallet + "/links")
                        .expect(200)
                        .json()
                        .path("links")
                        .size())
                .isEqualTo(1);
    }

    private int size(String path) {
        return caller.get(path).expect(200).json().path("entries").size();
    }

    private long transfer(String from, String to, int amount) {
        return caller.post("/v1/transfers", transferBody(from, to, amount))
                .expect(201)
                .position();
    }

    private static String transferBody(String from, String to, int amount) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":" + amount + ",\"currency\":\"XTS\"}";
    }
}
