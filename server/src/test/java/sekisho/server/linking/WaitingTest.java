package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Device;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;
import sekisho.formats.matching.Attribute;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.Description;
import sekisho.protocol.LinkStatus;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKey;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.Issuer;
import sekisho.server.projection.Positions;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient;

/** Between a real server, a real engine and simulated banks that are asked without a browser. */
final class WaitingTest {
    private static final String API_KEY = "an-operators-secret";
    private static final Map<String, Integer> METHODS = Map.of("0806", 3, "0820", 4, "0832", 5, "0807", 1);
    /** Tells nobody, and asks for no more than a PIN. */
    private static final String WEAK = "0807";

    private static final Pattern NUMBER = Pattern.compile("matching num\">([0-9]{2})<");
    private static final Pattern TOLD = Pattern.compile("[0-9]{6}");

    @TempDir
    static Path folder;

    private static RunningServer running;
    private static BankSimulator banks;
    private static int people;

    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        var properties = new LinkedHashMap<>(RunningServer.UNHURRIED);
        properties.put("sekisho.linking.operator", "sekisho");
        METHODS.keySet().forEach(code -> {
            properties.put("sekisho.banking.banks." + code + ".address", "http://127.0.0.1:" + port + "/banks/" + code);
            properties.put("sekisho.banking.banks." + code + ".api-key", API_KEY);
        });
        running =
                RunningServer.start(folder, settings -> settings.withDemo(true).withMore(properties));
        var operator = new Operator("sekisho", API_KEY)
                .withRedirect(Operator.Redirect.of(running.server().baseUrl(), new Named("Sekisho", "Sekisho")));
        banks = BankSimulator.start(SimulatorSettings.of(
                        "the-directors-secret",
                        List.of(operator),
                        FictionalBanks.all().stream()
                                .filter(bank -> METHODS.containsKey(bank.code()))
                                .map(BankDefinition::of)
                                .toList())
                .withPort(port)
                .withFilesTaking(Duration.ofSeconds(2)));
        found();
    }

    /** Two factors at each; a close match will do, since one of them knows no kanji. */
    private static void found() {
        var gateway = running.server().part(Gateway.class);
        var founded = METHODS.entrySet().stream()
                .map(bank -> {
                    var id = new BankId(Integer.parseInt(bank.getKey()));
                    gateway.submit(new BankCommand.Register(id));
                    running.server().part(SupportedBanks.class).put(supported(bank.getKey(), id, bank.getValue()));
                    var key = SoftKey.of(
                            banks.bank(bank.getKey()).secrets().statements().of(1));
                    // What is weak has a code on the statement besides, and nothing else.
                    int factors = bank.getKey().equals(WEAK) ? Description.KNOWLEDGE | Description.DEPOSIT_CODE : 3 | 8;
                    var description = new Description(
                            1,
                            bank.getValue(),
                            factors,
                            15,
                            Description.Notice.APP,
                            true,
                            0,
                            3_600_000,
                            100_000,
                            1_000_000);
                    return new FoundedBank(id, description, 1, key.publicKey());
                })
                .toList();
        Issuer issuer = running.server().part(Issuer.class);
        running.server().part(Founding.class).found(new Founding.Plan(issuer.number(), issuer.publicKey(), founded));
    }

    private static SupportedBank supported(String code, BankId id, int method) {
        URI issuer = banks.address(code);
        return new SupportedBank(id, "銀行" + code, "Bank " + code, "ギンコウ", issuer, 3, method, 1, code.equals(WEAK));
    }

    @AfterAll
    static void stop() {
        banks.close();
        running.close();
    }

    @Test
    void whoPicksTheNumberInTheBanksAppIsLinked() {
        Person person = Person.customer(running.server());
        Customer customer = customer("0806", person);
        var waiting = person.web().get(asked(person, "0806", customer).leadsTo());
        assertThat(waiting.html()).contains("Approve in the app", "every 3s").doesNotContain(number(customer));
        assertThat(part(person, waiting.path()).status()).isEqualTo(204);
        pick("0806", customer, waiting);
        pause();
        var done = part(person, waiting.path());
        assertThat(done.header("HX-Redirect")).startsWith("/links/").isNotEqualTo("/links/refused");
        assertThat(person.web().get(done.header("HX-Redirect")).status()).isEqualTo(200);
        assertThat(statuses(person)).containsExactly(LinkStatus.WAITING_FOR_HOLDER);
        assertThat(person.web().get(waiting.path()).leadsTo()).isEqualTo(done.header("HX-Redirect"));
    }

    @Test
    void whoReadsTheCodeOnTheStatementIsLinkedAndAWrongOneCostsATry() {
        Person person = Person.customer(running.server());
        Customer customer = customer("0820", person);
        var waiting = person.web().get(asked(person, "0820", customer).leadsTo());
        assertThat(waiting.html()).contains("3 more times").doesNotContain("every 3s\" hx-select");
        String code = code("0820", customer);
        var malformed = enter(person, waiting, "12345");
        assertThat(malformed.status()).isEqualTo(422);
        assertThat(malformed.html()).contains("3 more times");
        var wrong = enter(person, waiting, code.equals("000000") ? "111111" : "000000");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("2 more times", "confirmed nothing");
        assertThat(enter(person, waiting, code).leadsTo()).startsWith("/links/").isNotEqualTo("/links/refused");
        assertThat(statuses(person)).containsExactly(LinkStatus.WAITING_FOR_HOLDER);
    }

    @Test
    void threeWrongCodesEndItAndTheEngineHasCountedThem() {
        Person person = Person.customer(running.server());
        Customer customer = customer("0820", person);
        var waiting = person.web().get(asked(person, "0820", customer).leadsTo());
        for (int i = 0; i < 2; i++) {
            assertThat(enter(person, waiting, "0000000").status()).isEqualTo(422);
        }
        assertThat(enter(person, waiting, "0000000").leadsTo()).isEqualTo("/links/refused");
        assertThat(statuses(person)).containsExactly(LinkStatus.CLOSED);
        assertThat(enter(person, waiting, code("0820", customer)).leadsTo()).isEqualTo("/links/refused");
    }

    @Test
    void aFileOfMandatesBringsALinkWhenTheHolderHasCalled() {
        Person person = Person.customer(running.server());
        Customer customer = customer("0832", person);
        var waiting = person.web().get(asked(person, "0832", customer).leadsTo());
        assertThat(waiting.html()).contains("Call the voice desk of Bank 0832");
        pick("0832", customer, waiting);
        assertThat(person.web().get(waiting.path()).status()).isEqualTo(200);
        pause();
        pause();
        assertThat(person.web().get(waiting.path()).leadsTo())
                .startsWith("/links/")
                .isNotEqualTo("/links/refused");
        assertThat(statuses(person)).containsExactly(LinkStatus.WAITING_FOR_HOLDER);
    }

    @Test
    void anotherBrowserOfTheSamePersonDoesNotGetTheBanksWord() {
        Person person = Person.customer(running.server());
        Customer customer = customer("0806", person);
        var waiting = person.web().get(asked(person, "0806", customer).leadsTo());
        pick("0806", customer, waiting);
        pause();
        WebClient other = person.signIn();
        assertThat(other.get(waiting.path()).status()).isEqualTo(200);
        assertThat(statuses(person)).containsExactly(LinkStatus.AT_BANK);
        assertThat(Person.customer(running.server()).web().get(waiting.path()).status())
                .isEqualTo(404);
        pause();
        assertThat(person.web().get(waiting.path()).leadsTo())
                .startsWith("/links/")
                .isNotEqualTo("/links/refused");
    }

    @Test
    void aWeakBanksLinkWaitsUntilSomebodyHasSeenTheStatement() throws Exception {
        Person person = Person.customer(running.server());
        Customer customer = customer(WEAK, person);
        var link = person.web().get(atTheBank(person, customer));
        assertThat(statuses(person)).containsExactly(LinkStatus.WAITING_FOR_HOLDER);
        assertThat(link.html()).contains(link.path() + "/code");
        var page = person.web().get(link.path() + "/code");
        assertThat(person.web().post(page, link.path() + "/code/send", Map.of()).leadsTo())
                .isEqualTo(link.path() + "/code");
        page = person.web().get(link.path() + "/code");
        assertThat(page.html()).contains("3 more times");
        String code = code(WEAK, customer);
        var wrong = person.web()
                .post(page, link.path() + "/code", Map.of("code", code.equals("000000") ? "111111" : "000000"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("2 more times");
        assertThat(person.web()
                        .post(page, link.path() + "/code", Map.of("code", code))
                        .leadsTo())
                .isEqualTo(link.path());
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!statuses(person).equals(List.of(LinkStatus.ACTIVE))) {
            assertThat(System.nanoTime()).as("%s", statuses(person)).isLessThan(deadline);
            Thread.sleep(50);
        }
        assertThat(person.web().get(link.path() + "/code").status()).isEqualTo(404);
    }

    /** Links on the bank's own pages; where the browser is sent at the end. */
    private static String atTheBank(Person person, Customer customer) {
        var before = person.web().get("/links/at/" + WEAK);
        var leaving = person.web().post(before, "/links/at/" + WEAK, person.agree(before));
        var browser = new WebClient(banks.address());
        var account = customer.accounts().getFirst();
        var arrived = browser.postBare("/banks/" + WEAK + "/authorize", Map.of("request", leaving.value("request")));
        var first = browser.get(arrived.leadsTo());
        var second = browser.get(browser.postBare(
                        "/banks/" + WEAK + "/authorize/answers",
                        Map.of(
                                "csrf", first.value("csrf"),
                                "branch", account.branch(),
                                "account", account.number(),
                                "name-kana", customer.person().kana()))
                .leadsTo());
        var consent = browser.get(browser.postBare(
                        "/banks/" + WEAK + "/authorize/answers",
                        Map.of("csrf", second.value("csrf"), "card-pin", customer.cardPin()))
                .leadsTo());
        String back = browser.postBare("/banks/" + WEAK + "/authorize/consent", Map.of("csrf", consent.value("csrf")))
                .header("Location");
        String linked =
                person.web().get(back.substring(back.indexOf("/link/return"))).leadsTo();
        assertThat(linked).startsWith("/links/").isNotEqualTo("/links/refused");
        return linked;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0806", "0820", "0832"})
    void whatIsNoAccountIsSaidBesideItsFieldAndAsksNobody(String code) {
        Person person = Person.customer(running.server());
        var before = person.web().get("/links/at/" + code);
        assertThat(before.html()).contains("name=\"branch\"", "name=\"account\"");
        var fields = new HashMap<>(person.agree(before));
        fields.putAll(Map.of("branch", "1", "account", "abc", "holder", "山田"));
        var again = person.web().post(before, "/links/at/" + code, fields);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("id=\"e-branch\"", "id=\"e-account\"");
        assertThat(again.html().contains("id=\"e-holder\"")).isEqualTo(code.equals("0832"));
        assertThat(statuses(person)).isEmpty();
    }

    private static WebClient.Shown asked(Person person, String code, Customer customer) {
        var account = customer.accounts().getFirst();
        var before = person.web().get("/links/at/" + code);
        var fields = new HashMap<>(person.agree(before));
        fields.put("branch", account.branch());
        // As many people type numbers.
        fields.put("account", account.number().replace('1', '１'));
        fields.put("holder", customer.person().kana());
        var asked = person.web().post(before, "/links/at/" + code, fields);
        assertThat(asked.leadsTo()).as(asked.html()).startsWith("/links/waiting/");
        return asked;
    }

    private static WebClient.Shown enter(Person person, WebClient.Shown waiting, String code) {
        return person.web().post(waiting, waiting.path() + "/code", Map.of("code", code));
    }

    /** As the waiting part of a page asks. */
    private static WebClient.Shown part(Person person, String path) {
        return person.web()
                .send(
                        path,
                        person.web().request(path).header("HX-Request", "true").GET());
    }

    private static void pick(String code, Customer customer, WebClient.Shown waiting) {
        var number = NUMBER.matcher(waiting.html());
        assertThat(number.find()).isTrue();
        Device device = banks.bank(code).customers().orElseThrow().device(customer);
        var now = java.time.Instant.now();
        device.answer(device.open(now).orElseThrow().id(), number.group(1), now);
    }

    private static String code(String bank, Customer customer) {
        var line = banks.bank(bank)
                .books()
                .lastEntries(customer.accounts().getFirst().token(), 1)
                .getFirst();
        var code = TOLD.matcher(line.text());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    /** Longer than a bank wants between two questions. */
    private static void pause() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The person's own account at a bank: the same name and birth date as on their card. */
    private static synchronized Customer customer(String code, Person person) {
        var verified = running.server().part(Evidences.class).attributes(person.id());
        return banks.bank(code)
                .customers()
                .orElseThrow()
                .admit(
                        new sekisho.banksimulator.customers.Person(
                                "p" + people++,
                                java.util.Objects.requireNonNull(verified.get(Attribute.NAME_KANJI)),
                                "キタガワ アオイ",
                                "KITAGAWA AOI",
                                LocalDate.parse(java.util.Objects.requireNonNull(verified.get(Attribute.BIRTH_DATE))),
                                "00012340009",
                                "汐崎県花岬市港町1-2-3"),
                        250_000);
    }

    private static String number(Customer customer) {
        return customer.accounts().getFirst().number();
    }

    /** As the tables have them once they have everything that the engine has said so far. */
    private static List<LinkStatus> statuses(Person person) {
        var gateway = running.server().part(Gateway.class);
        if (gateway.submitDry(new BankCommand.Register(new BankId(9_999))) instanceof Submission.Answered now) {
            assertThat(running.server().part(Positions.class).await(now.position(), Duration.ofSeconds(10)))
                    .isTrue();
        }
        return running.server().part(Links.class).ofWallet(person.wallet()).stream()
                .map(LinkState::status)
                .toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
