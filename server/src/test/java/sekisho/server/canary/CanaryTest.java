package sekisho.server.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.banksimulator.conduct.Conduct;
import sekisho.formats.jpqr.JpqrShop;
import sekisho.protocol.BankId;
import sekisho.server.demo.DemoDoors;
import sekisho.server.people.Erasure;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.shop.Role;
import sekisho.server.shop.Shops;
import sekisho.server.testing.WebClient;

/**
 * Made-up people go every way: they sign up, prove who they are, link accounts on every rail, move money, keep a shop, knock at the
 * door, are looked for by staff, mistype everything everywhere, meet a database and banks that fail, leave and are erased. What is known
 * of them is in no log line, no metric, no event, nothing that the engine holds or has written; and in no table but sealed.
 */
final class CanaryTest {
    private static final String WORDS = "鵺亭で蕎麦二枚";
    private static final String NOTE = "鷽替神事の件で電話";
    /** Is in one place of each kind on purpose, in another form in each: a search that finds nothing else has looked there. */
    private static final String PLANTED = "鶺鴒橋町角";

    @TempDir
    static Path folder;

    private static List<String> secrets() {
        var secrets = new ArrayList<String>();
        for (Bird bird : List.of(Bird.CUSTOMER, Bird.SHOPKEEPER, Bird.VISITOR, Bird.LEAVER)) {
            secrets.addAll(bird.secrets());
        }
        secrets.add(WORDS);
        return secrets;
    }

    @Test
    void whatIsKnownOfPeopleIsFoundNowhereButInTheVault() throws Exception {
        var secrets = secrets();
        try (var nest = new Nest(folder);
                var overheard = new Overheard()) {
            live(nest, secrets);
            plant(nest);
            secrets.add(PLANTED);
            var inTables = new Traces(secrets);
            // Who works here, and what they note, stands in tables, and nowhere else.
            secrets.addAll(List.of(NOTE, Nest.STAFF.get(0), "Kamomezakijima"));
            var places = new Places(nest, inTables, new Traces(secrets));
            var rows = places.lookEverywhere(overheard);
            assertThat(rows.get("vault.entries")).isGreaterThan(10);
            assertThat(rows.get("wallet.words")).isPositive();
            assertThat(overheard.lines()).hasSizeGreaterThan(1_000).anyMatch(line -> line.contains("sekisho.server"));
            assertThat(places.found()).allMatch(found -> found.contains(": [" + PLANTED + "]"));
            assertThat(places.found().stream()
                            .map(found -> found.substring(0, found.indexOf(':')))
                            .distinct())
                    .containsExactlyInAnyOrder("log", "planted", "metrics", "table banking.linked_accounts");
        }
    }

    private static void plant(Nest nest) throws IOException {
        System.getLogger("sekisho.server.planted").log(System.Logger.Level.DEBUG, URLEncoder.encode(PLANTED, UTF_8));
        Files.write(nest.running().home().resolve("planted"), PLANTED.getBytes(Charset.forName("windows-31j")));
        nest.part(MeterRegistry.class).counter("planted", "who", PLANTED).increment();
        nest.part(JdbcClient.class)
                .sql("update banking.linked_accounts set sealed_with = 9, account = :bytes")
                .param("bytes", PLANTED.getBytes(UTF_8))
                .update();
    }

    @Test
    void everyFormOfAValueIsFound() {
        var traces = new Traces(Bird.CUSTOMER.secrets());
        for (String written : List.of(
                "{\"name\":\"\\u84EC\\u83b1\\u6A4B\"}",
                "?q=%E8%93%AC%E8%8E%B1%E6%A9%8B",
                "&#34028;&#33713;&#27211;",
                "e893ace88eb1e6a98b",
                Base64.getEncoder().encodeToString("{\"a\":\"蓬莱橋\"}".getBytes(UTF_8)),
                Base64.getUrlEncoder().encodeToString("xx蓬莱橋".getBytes(UTF_8)))) {
            assertThat(traces.in(written)).as(written).containsExactly("蓬莱橋");
        }
        assertThat(traces.in("蓬莱橋　椛乃")).containsExactly("椛乃", "蓬莱橋");
        assertThat(traces.in("ほうらいばし")).containsExactly("ホウライバシ");
        assertThat(traces.in("ﾎｳﾗｲﾊﾞｼ ｶﾉ")).contains("ホウライバシ");
        assertThat(traces.in("ｈｏｒａｉｂａｓｈｉ")).containsExactly("HORAIBASHI");
        assertThat(traces.in("x".repeat(9) + "horaibashi")).containsExactly("HORAIBASHI");
        assertThat(traces.in("０９０－７７３１－５９４８")).isNotEmpty();
        assertThat(traces.in("119310817")).isEmpty();
        assertThat(traces.in("at 19310817.")).containsExactly("19310817");
    }

    private static void live(Nest nest, List<String> secrets) {
        Flight customer = Flight.begin(nest, Bird.CUSTOMER);
        Flight shopkeeper = Flight.begin(nest, Bird.SHOPKEEPER);
        customer.telephone();
        customer.linkByApp();
        for (String bank : List.of(Nest.APP, Nest.DEPOSIT, Nest.WEB, Nest.FILE)) {
            secrets.add(customer.customer(bank).accounts().getFirst().number());
        }
        var file = customer.askByFile();
        customer.topUp(50_000);
        customer.linkByDepositCode();
        customer.linkByPages();
        customer.askTheEcho();
        customer.send(shopkeeper.person(), 3_000, WORDS);
        shopkeeper.ask(customer.person(), 1_000, WORDS);
        keepShop(nest, customer, shopkeeper, secrets);
        customer.cashOut(2_000);
        customer.lookAround();
        knock(nest);
        lookFor(nest);
        fail(nest, customer, shopkeeper);
        customer.fetchFile(file);
        var every = new EveryAddress(nest, secrets);
        assertThat(every.visit(shopkeeper.web())).isGreaterThan(150);
        every.call(nest.operator());
        every.call(nest.operator().withToken(null));
        leave(nest);
    }

    private static void keepShop(Nest nest, Flight customer, Flight shopkeeper, List<String> secrets) {
        secrets.add("7315926");
        var shops = nest.part(Shops.class);
        var shop = shops.register(new Shops.New(
                "麦笛ベーカリー",
                "Mugibue Bakery",
                "川霧市 本町",
                "Kawagiri",
                "5462",
                new JpqrShop("1234567890123", "0001", "000001", "000001"),
                new BankId(Integer.parseInt(Nest.APP)),
                "001-1-7315926",
                "本町支店 ***926"));
        var keeper = nest.part(People.class)
                .byHandle(new Handle(Bird.SHOPKEEPER.handle()))
                .orElseThrow();
        shops.hire(shop.id(), keeper.id(), Role.OWNER);
        var read = customer.web().post(customer.web().get("/pay"), "/pay/read", Map.of("code", shop.number()));
        var code = read.value("code");
        var review = customer.web().post(read, "/pay/review", Map.of("code", code, "amount", "1280"));
        var paid = customer.web()
                .post(
                        review,
                        "/pay",
                        Map.of(
                                "request", review.value("request"),
                                "code", review.value("code"),
                                "amount", review.value("amount")));
        assertThat(paid.leadsTo()).startsWith("/receipt/");
        String payment = "/shop/payments/" + paid.leadsTo().substring("/receipt/".length());
        Flight.await(() -> shopkeeper.web().get(payment).status() == 200);
        var page = shopkeeper.web().get(payment);
        var refund = Map.of("request", page.value("request"), "amount", "280");
        assertThat(shopkeeper.web().post(page, payment + "/refund", refund).leadsTo())
                .startsWith("/shop/payments/");
    }

    /** At the door: with a bank's word, and with what is none. */
    private static void knock(Nest nest) {
        Bird bird = Bird.VISITOR;
        var browser = new WebClient(nest.running().server().baseUrl());
        var page = browser.get("/door/at/" + Nest.WEB);
        var leave = browser.post(page, "/door/at/" + Nest.WEB, Map.of("errand", "lock"));
        String back = Flight.atTheBank(nest, leave.value("request"), nest.customer(Nest.WEB, bird));
        assertThat(back).startsWith("/door/return?");
        assertThat(browser.get(back).leadsTo()).isEqualTo("/door/done");
        assertThat(browser.get("/door/done").html()).contains("Locked");
    }

    /** Staff look for people by whatever they were told on the telephone, and freeze a wallet. */
    private static void lookFor(Nest nest) {
        String origin = "http://127.0.0.1:" + nest.running().server().baseUrl().getPort();
        var desk = new WebClient(URI.create(origin));
        String door = nest.part(DemoDoors.class).member("kamome").getPath();
        desk.post(desk.get(door), door, Map.of());
        for (String query : Bird.CUSTOMER.secrets()) {
            desk.get("/console/wallets?query=" + URLEncoder.encode(query, UTF_8));
        }
        var found = desk.open("/console/wallets?query=" + Bird.CUSTOMER.handle());
        assertThat(found.status()).isEqualTo(200);
        for (String reason : List.of(Bird.CUSTOMER.kanji(), "WALLET_OTHER")) {
            desk.post(
                    found,
                    found.path() + "/freeze",
                    Map.of("request", found.value("request"), "reason", reason, "note", NOTE));
        }
    }

    /** The database refuses rows, the bank is away: whoever writes of it writes of nobody. */
    private static void fail(Nest nest, Flight customer, Flight shopkeeper) {
        Runnable send = () -> customer.send(shopkeeper.person(), 10, WORDS);
        refusing(nest, "wallet.words", send);
        refusing(nest, "wallet.requests", () -> shopkeeper.ask(customer.person(), 20, WORDS));
        refusing(nest, "notice.inbox", send);
        refusing(nest, "people.contacts", () -> {
            var page = customer.web().get("/settings/contacts/mail");
            customer.web().post(page, "/settings/contacts/mail", Map.of("address", Bird.VISITOR.mail()));
        });
        refusing(nest, "vault.entries", () -> Flight.begin(nest, Bird.VISITOR));
        refusing(nest, "identity.attributes", () -> Flight.begin(nest, Bird.VISITOR));
        refusing(nest, "linking.attempts", customer::askTheEcho);
        nest.banks().bank(Nest.APP).behave(Conduct.GOOD);
    }

    private static void refusing(Nest nest, String table, Runnable act) {
        var jdbc = nest.part(JdbcClient.class);
        jdbc.sql("alter table " + table + " add constraint canary check (false) not valid")
                .update();
        try {
            act.run();
        } catch (AssertionError notDone) {
            // As it should be.
            assertThat(notDone).isNotNull();
        } finally {
            jdbc.sql("alter table " + table + " drop constraint canary").update();
        }
    }

    /** Somebody closes the wallet, and is erased. */
    private static void leave(Nest nest) {
        Flight leaving = Flight.begin(nest, Bird.LEAVER);
        var id = leaving.person().id();
        var page = leaving.web().get("/settings/close");
        assertThat(leaving.web()
                        .post(page, "/settings/close", leaving.person().agree(page))
                        .leadsTo())
                .isEqualTo("/sign-in");
        nest.part(Erasure.class).erase(id);
    }
}
