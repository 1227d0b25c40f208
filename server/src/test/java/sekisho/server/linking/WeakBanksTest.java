package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.bank.description.BankDescription;
import sekisho.banksimulator.customers.Customer;
import sekisho.protocol.CheckpointOutcome;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.Answers;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.json.Forms;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Person;
import sekisho.server.testing.WebClient;

/**
 * The thief's walk at each of the weak banks, over the API and through the pages that banks show: name, number, PIN and birth date of a
 * victim, and a free mail address.
 */
final class WeakBanksTest {
    private static final sekisho.banksimulator.customers.Person VICTIM = new sekisho.banksimulator.customers.Person(
            "victim", "鈴鳴 文子", "スズナリ フミコ", "SUZUNARI FUMIKO", LocalDate.of(1948, 5, 5), "00012340007", "鈴ヶ峰県鈴鳴市15");
    private static final String NO_LINK = "7f2a9d54c1e04b3f8a6d0e1b5c9f7a23";
    /** Failed tries of one wallet within 24 hours. */
    private static final int TRIES = 5;

    @TempDir
    static Path folder;

    private static WeakStreet street;

    @BeforeAll
    static void start() {
        street = new WeakStreet(folder);
    }

    @AfterAll
    static void stop() {
        street.close();
    }

    private static List<String> weak() {
        List<String> weak = WeakStreet.WEAK.stream().map(WeakStreet::code).toList();
        assertThat(weak).hasSize(11);
        return weak;
    }

    private static Customer victim(String bank) {
        return street.customer(bank, VICTIM);
    }

    /** Whatever a program says for a wallet that nobody is verified for, each is refused by its code, and no bank hears of it. */
    @Test
    void overTheApiAnUnverifiedWalletIsRefusedBeforeAnyBank() {
        Caller api = street.operator();
        String wallet = api.post("/v1/wallets", "{\"tier\":250}").expect(201).get("id");
        String victims = api.post("/v1/wallets", "{\"tier\":250}").expect(201).get("id");
        for (String bank : weak()) {
            var before = street.asked(bank);
            Customer victim = victim(bank);
            refusesToLink(api, wallet, bank, victim);
            api.put("/v1/wallets/" + wallet + "/tier", "{\"tier\":2}").expectProblem(422, "step-up-missing");
            api.post("/v1/transfers", "{\"from\":\"" + victims + "\",\"to\":\"" + wallet + "\",\"amount\":1}")
                    .expectProblem(422, "payee-unverified");
            // There is no field for what he knows.
            api.post(
                            "/v1/wallets/" + wallet + "/links",
                            "{\"bank\":\"%s\",\"branch\":\"%s\",\"account\":\"%s\",\"pin\":\"%s\",\"born\":\"%s\"}"
                                    .formatted(
                                            bank,
                                            victim.accounts().getFirst().branch(),
                                            victim.accounts().getFirst().number(),
                                            victim.cardPin(),
                                            VICTIM.birthDate()))
                    .expectProblem(400, "unknown-field");
            assertThat(street.asked(bank)).as("what bank %s was asked", bank).isEqualTo(before);
            assertThat(street.balance(bank, victim)).isEqualTo(250_000);
        }
        nothingIsLinked(wallet);
    }

    /** No command of the API makes a link, or uses one that is none. */
    private static void refusesToLink(Caller api, String wallet, String bank, Customer victim) {
        String links = "/v1/wallets/" + wallet + "/links";
        String token = victim.accounts().getFirst().token();
        api.post(links, "{\"bank\":\"" + bank + "\"}").expectProblem(422, "link-needs-checkpoint");
        api.post(links + "/" + NO_LINK + "/activate", "{\"evidence\":1,\"account\":\"" + token + "\"}")
                .expectProblem(422, "link-needs-checkpoint");
        api.post("/v1/top-ups", "{\"wallet\":\"" + wallet + "\",\"link\":\"" + NO_LINK + "\",\"amount\":10000}")
                .expectProblem(422, "link-not-found");
        api.post(
                        "/v1/top-ups/received",
                        "{\"wallet\":\"" + wallet + "\",\"bank\":\"" + bank
                                + "\",\"amount\":10000,\"currency\":\"JPY\"}")
                .expectProblem(422, "test-currency-only");
        var line = "{\"id\":\"" + Caller.newKey() + "\",\"topUp\":{\"wallet\":\"" + wallet + "\",\"link\":\"" + NO_LINK
                + "\",\"amount\":10000}}\n";
        assertThat(api.bulk("", line).expect(200).text()).contains("link-not-found");
    }

    @Test
    void throughThePagesWhoHasOnlyAFreeMailIsSentToNoBank() {
        Person thief = Person.newcomer(street.running().server()).proveMail();
        for (String bank : weak()) {
            var before = street.asked(bank);
            var victim = victim(bank);
            assertThat(thief.web().get("/links/at/" + bank).leadsTo()).isEqualTo("/welcome/identity");
            var page = thief.web().get("/welcome/identity");
            var sent = thief.web()
                    .post(
                            thief.web().get("/welcome/identity/card"),
                            "/links/at/" + bank,
                            Map.of(
                                    "request", Caller.newKey(),
                                    "stepUp", "00000000-0000-0000-0000-000000000000",
                                    "credential", "{}",
                                    "branch", victim.accounts().getFirst().branch(),
                                    "account", victim.accounts().getFirst().number(),
                                    "holder", VICTIM.kana(),
                                    "pin", victim.cardPin()));
            assertThat(sent.leadsTo()).isEqualTo("/welcome/identity");
            assertThat(page.html()).contains("Until then this wallet can hold and receive ¥0");
            assertThat(street.asked(bank)).as("what bank %s was asked", bank).isEqualTo(before);
        }
    }

    /** The thief shows his own card, and the victim's secrets at the bank: the bank compares, and says no. */
    @Test
    void verifiedAsSomebodyElseItIsNoMatchAtEachAndNothingIsDebited() {
        Caller api = street.operator();
        var banks = new ArrayList<>(WeakStreet.WEAK);
        while (!banks.isEmpty()) {
            Person thief = Person.customer(street.running().server());
            List<BankDescription> few = banks.subList(0, Math.min(TRIES, banks.size()));
            for (BankDescription description : few) {
                isNoMatch(thief, api, WeakStreet.code(description));
            }
            few.clear();
        }
    }

    private static void isNoMatch(Person thief, Caller api, String bank) {
        Customer victim = victim(bank);
        long from = end(api);
        var page = thief.web().get("/links/at/" + bank);
        WebClient.Shown leaving = thief.web().post(page, "/links/at/" + bank, thief.agree(page));
        String back = street.throughItsPages(bank, leaving.value("request"), victim);
        assertThat(thief.web().get(back).leadsTo()).isEqualTo("/links/refused");
        assertThat(said(api, from)).isEqualTo(new CheckpointOutcome.Denied(Refusal.NO_MATCH));
        String wallet = "%016x".formatted(thief.wallet().value());
        nothingIsLinked(wallet);
        refusesToLink(api, wallet, bank, victim);
        // The link that came to nothing brings nothing either.
        LinkState link = links(thief).getFirst();
        String id = "%016x%016x".formatted(link.link().high(), link.link().low());
        api.post("/v1/top-ups", "{\"wallet\":\"" + wallet + "\",\"link\":\"" + id + "\",\"amount\":10000}")
                .expectProblem(422, "link-not-active");
        // The bank's word once more is no other word.
        assertThat(thief.web().get(back).leadsTo()).isEqualTo("/links/refused");
        assertThat(street.asked(bank).keySet()).noneMatch(asked -> asked.endsWith("/debits"));
        assertThat(street.balance(bank, victim)).isEqualTo(250_000);
    }

    private static List<LinkState> links(Person person) {
        return street.running().server().part(Links.class).ofWallet(person.wallet());
    }

    private static void nothingIsLinked(String wallet) {
        var reply = street.operator().get("/v1/wallets/" + wallet + "/links").expect(200);
        assertThat(reply.text()).doesNotContain(LinkStatus.ACTIVE.name().toLowerCase(java.util.Locale.ROOT) + "\"");
        assertThat(street.operator()
                        .get("/v1/wallets/" + wallet + "/balances")
                        .expect(200)
                        .text())
                .doesNotContainPattern("\"balance\":[1-9]");
    }

    private static long end(Caller api) {
        long after = 0;
        tools.jackson.databind.JsonNode page;
        do {
            page = api.get("/v1/events?limit=1000&after=" + after).expect(200).json();
            after = page.path("next").asLong();
        } while (page.path("more").asBoolean());
        return after;
    }

    /** What the engine answered to the bank's word: the last answer that is a no. */
    private static Outcome said(Caller api, long from) {
        String request = "";
        for (var event : api.get("/v1/events?limit=1000&after=" + from)
                .expect(200)
                .json()
                .path("events")) {
            if (event.at("/event/outcome/outcome").asString("").equals("checkpoint-denied")) {
                request = event.at("/event/request").asString();
            }
        }
        assertThat(request).as("a no").isNotEmpty();
        return street.running()
                .server()
                .part(Answers.class)
                .find(ServerClients.SERVER, Forms.REQUEST.parse(request))
                .orElseThrow()
                .outcome();
    }
}
