package sekisho.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.DescriptionReader;
import sekisho.bank.description.DescriptionReading;
import sekisho.bank.description.EngineTerms;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.SoftKeys;
import sekisho.server.history.Links;
import sekisho.server.json.Forms;
import sekisho.server.notice.Notices;
import sekisho.server.testing.WebClient.Shown;

/** A description is changed on a running server: what follows for links, and who is told when. */
final class LoweredDescriptionTest {
    private static final BankId BANK = new BankId(9_001);
    private static final String STRONG = """
            bank: "9001"
            version: 1
            rail: web-mandate
            asks:
              - {page: 1, ask: login, rests-on: []}
              - {page: 1, ask: password, rests-on: [knowledge]}
              - {page: 2, ask: app-approval, rests-on: [possession], dynamic: true}
            adds: []
            matches: {attributes: [name-kanji, name-kana, birth-date, phone], answers: each}
            tells: {channel: app, proof-of-delivery: true, contact-changes: true}
            objection: 30m
            liability: bank
            limits: {once: 100000, in-24-hours: 300000, in-30-days: 1000000, new-links-in-24-hours: 10000000}
            hours: {from: "00:00", until: "24:00"}
            pull-back: 1d
            """;
    private static final String PIN_ONLY = """
            bank: "9001"
            version: 2
            rail: web-mandate
            asks:
              - {page: 1, ask: branch, rests-on: []}
              - {page: 1, ask: account, rests-on: []}
              - {page: 1, ask: card-pin, rests-on: [knowledge]}
            adds: []
            matches: {attributes: [name-kanji, name-kana, birth-date, phone], answers: each}
            tells: {channel: app, proof-of-delivery: false, contact-changes: true}
            objection: 30m
            liability: bank
            limits: {once: 100000, in-24-hours: 300000, in-30-days: 1000000, new-links-in-24-hours: 10000000}
            hours: {from: "00:00", until: "24:00"}
            pull-back: 1d
            """;

    @TempDir
    private static Path folder;

    private static FoundedConsole console;
    private static FoundedConsole.Desk saeki;
    private static FoundedConsole.Desk mori;

    @BeforeAll
    static void start() {
        console = FoundedConsole.start(
                folder, keys -> List.of(new FoundedBank(BANK, EngineTerms.of(read(STRONG)), 1, bankKey(keys))));
        saeki = console.desk("saeki");
        mori = console.desk("mori");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static sekisho.protocol.PublicKey bankKey(SoftKeys keys) {
        return keys.of("bank").publicKey();
    }

    @Test
    void loweredToAPinAllItsLinksAreSuspendedAndTheirOwnersToldWithinASecond() {
        var customers = new FoundedCustomers(console).linkedAt(BANK, 51);

        stopsOne(customers.removeFirst());

        String proposal = load(saeki, PIN_ONLY);
        assertThat(saeki.get(proposal).html()).contains("v2 WEAK", "One person's signature is enough");
        String options = saeki.get(proposal).options();
        long began = System.nanoTime();
        Shown done = saeki.web()
                .post(
                        saeki.get(proposal),
                        proposal,
                        Map.of("credential", saeki.key().get(options, console.origin())));
        long told = 0;
        while (told < customers.size() + 1
                && System.nanoTime() - began < Duration.ofSeconds(20).toNanos()) {
            told = console.part(JdbcClient.class)
                    .sql("select count(distinct person) from notice.inbox where kind = 'link-suspended'")
                    .query(Long.class)
                    .single();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println(
                "a description was lowered: " + told + " customers were told within " + took.toMillis() + " ms");
        assertThat(done.leadsTo()).startsWith("/console/banks/9001/description?done=");
        assertThat(told).isEqualTo(customers.size() + 1);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        customers.forEach(customer -> {
            assertThat(console.part(Links.class)
                            .find(customer.link())
                            .orElseThrow()
                            .status())
                    .isEqualTo(LinkStatus.SUSPENDED);
            assertThat(console.part(Notices.class).of(customer.person()))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.kind()).isEqualTo("link-suspended"));
        });
        assertThat(console.state(BANK).links().open()).isFalse();
        assertThat(saeki.get(done.leadsTo()).html()).contains("In force.", "version: 2");
        raisedAgainByTwo();
    }

    /** One link alone is stopped by one person, and its owner is told. */
    private static void stopsOne(FoundedCustomers.Linked customer) {
        String wallet = Forms.WALLET.write().apply(customer.wallet());
        String link = Forms.OPERATION.write().apply(customer.link());
        Shown page = saeki.get("/console/wallets/" + wallet);
        String path = "/console/wallets/" + wallet + "/links/" + link + "/suspend";
        assertThat(page.html()).contains(path);
        String proposal =
                saeki.post(page, path, Map.of("request", page.value("request"))).leadsTo();
        assertThat(saeki.sign(proposal).leadsTo()).startsWith("/console/wallets/" + wallet + "?done=");
        assertThat(console.part(Links.class).find(customer.link()).orElseThrow().status())
                .isEqualTo(LinkStatus.SUSPENDED);
        assertThat(saeki.get("/console/wallets/" + wallet).html())
                .contains("Suspended")
                .doesNotContain(path);
    }

    /** What loosens takes two, and opens no switch and no link by itself. */
    private static void raisedAgainByTwo() {
        String proposal = load(saeki, STRONG.replace("version: 1", "version: 3"));
        assertThat(saeki.get(proposal).html()).contains("v2 WEAK → v3 ");
        assertThat(saeki.sign(proposal).leadsTo()).isEqualTo(proposal);
        assertThat(mori.sign(proposal).leadsTo()).startsWith("/console/banks/9001/description?done=");
        assertThat(console.state(BANK).links().open()).isFalse();
        String old = load(saeki, PIN_ONLY);
        assertThat(saeki.sign(old).html()).contains("The engine has this version or a newer one.");
    }

    @Test
    void whatIsNoDescriptionIsNotLoadedAndSaysWhere() {
        Shown page = saeki.get("/console/banks/9001/description");
        Shown faulty = saeki.post(
                page,
                "/console/banks/9001/description",
                Map.of(
                        "request",
                        page.value("request"),
                        "yaml",
                        STRONG.replace("rail: web-mandate", "rail: pigeon"),
                        "note",
                        "a try"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.html()).contains("Nothing was loaded.", "3", "pigeon");
        Shown other = saeki.post(
                page,
                "/console/banks/9001/description",
                Map.of("request", page.value("request"), "yaml", STRONG.replace("9001", "0801"), "note", "a try"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.html()).contains("another bank");
    }

    private static String load(FoundedConsole.Desk desk, String yaml) {
        Shown page = desk.get("/console/banks/9001/description");
        return desk.post(
                        page,
                        "/console/banks/9001/description",
                        Map.of("request", page.value("request"), "yaml", yaml, "note", "the bank wrote to us"))
                .leadsTo();
    }

    private static BankDescription read(String yaml) {
        return ((DescriptionReading.Whole) DescriptionReader.read(yaml)).description();
    }
}
