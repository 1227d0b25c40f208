package sekisho.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Device;
import sekisho.protocol.LinkStatus;
import sekisho.server.history.Links;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.testing.Person;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.WebClient.Shown;
import sekisho.server.wallet.settings.Phone;

/** A bird's way through the wallet's pages, from its first day to its last, as a browser goes it. */
final class Flight {
    private static final Pattern NUMBER = Pattern.compile("matching num\">([0-9]{2})<");
    private static final Pattern TOLD = Pattern.compile("[0-9]{6}");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Nest nest;
    private final Bird bird;
    private final Person person;
    /** The link that brought money: it goes back the same way. */
    private String link = "";

    private Flight(Nest nest, Bird bird) {
        this.nest = nest;
        this.bird = bird;
        this.person = Person.newcomer(nest.running().server(), bird.handle(), bird.mail());
    }

    /** Signs up, with everything mistyped first. */
    static Flight begin(Nest nest, Bird bird) {
        var anybody = new WebClient(nest.running().server().baseUrl());
        var page = anybody.get("/sign-up");
        assertThat(anybody.post(page, "/sign-up", Map.of("mail", bird.kanji(), "credential", bird.address()))
                        .status())
                .isEqualTo(422);
        var flight = new Flight(nest, bird);
        flight.wrong("/welcome/mail", Map.of("code", bird.phone()));
        flight.person.proveMail();
        var refused = flight.person.showCard(flight.card("revoked"));
        assertThat(refused.leadsTo()).isNotEqualTo("/welcome/identity/checked");
        var reader = flight.person.web().get("/welcome/identity/card");
        flight.person.web().post(reader, "/welcome/identity/card", Map.of("proof", bird.kanji() + bird.address()));
        flight.person.proveIdentity(bird.card());
        flight.wrong("/welcome/handle", Map.of("handle", bird.latin()));
        flight.person.chooseHandle();
        return flight;
    }

    private Map<String, String> card(String condition) {
        var card = new HashMap<>(bird.card());
        card.put("condition", condition);
        return card;
    }

    private void wrong(String path, Map<String, String> fields) {
        assertThat(web().post(web().get(path), path, fields).status()).as(path).isEqualTo(422);
    }

    Person person() {
        return person;
    }

    WebClient web() {
        return person.web();
    }

    /** Adds a telephone. */
    void telephone() {
        wrong("/settings/contacts/phone", Map.of("address", bird.kanji()));
        var phone = new Phone(person, nest.running().server(), bird.phone());
        assertThat(phone.add().leadsTo()).isEqualTo("/settings/contacts");
    }

    /** Links the account at the bank whose app asks for a number. */
    void linkByApp() {
        Shown waiting = web().get(asked(Nest.APP).leadsTo());
        pick(Nest.APP, waiting);
        pause();
        assertThat(web().get(waiting.path()).leadsTo()).startsWith("/links/").isNotEqualTo("/links/refused");
        awaitLinks(1);
    }

    /** Links the account at the bank that puts a code on the statement. */
    void linkByDepositCode() {
        Shown waiting = web().get(asked(Nest.DEPOSIT).leadsTo());
        enter(waiting, bird.phone(), 422);
        var line = nest.banks()
                .bank(Nest.DEPOSIT)
                .books()
                .lastEntries(customer(Nest.DEPOSIT).accounts().getFirst().token(), 1)
                .getFirst();
        var code = TOLD.matcher(line.text());
        assertThat(code.find()).isTrue();
        enter(waiting, code.group(), 303);
        awaitLinks(2);
    }

    private void enter(Shown waiting, String code, int status) {
        assertThat(web().post(waiting, waiting.path() + "/code", Map.of("code", code))
                        .status())
                .isEqualTo(status);
    }

    /** Hands in a file of one mandate; it has to be fetched later. */
    Shown askByFile() {
        Shown waiting = web().get(asked(Nest.FILE).leadsTo());
        pick(Nest.FILE, waiting);
        return waiting;
    }

    void fetchFile(Shown waiting) {
        await(() -> web().get(waiting.path()).leadsTo().startsWith("/links/"));
    }

    /** Links the account on the pages of the bank that asks for a name and a PIN. */
    void linkByPages() {
        var before = web().get("/links/at/" + Nest.WEB);
        var leaving = web().post(before, "/links/at/" + Nest.WEB, person.agree(before));
        String back = atTheBank(nest, leaving.value("request"), customer(Nest.WEB));
        assertThat(web().get(back).leadsTo()).startsWith("/links/").isNotEqualTo("/links/refused");
        awaitLinks(3);
    }

    /** Asks the bank that says everything back. */
    void askTheEcho() {
        var before = web().get("/links/at/" + Nest.ECHO);
        var account = customer(Nest.APP).accounts().getFirst();
        var fields = new HashMap<>(person.agree(before));
        fields.putAll(Map.of("branch", account.branch(), "account", account.number()));
        web().post(before, "/links/at/" + Nest.ECHO, fields);
    }

    /** What the pages of the bank lead back to, below our own address. */
    static String atTheBank(Nest nest, String request, Customer customer) {
        var browser = new WebClient(nest.banks().address());
        var account = customer.accounts().getFirst();
        String at = "/banks/" + Nest.WEB + "/authorize";
        var first = browser.get(browser.postBare(at, Map.of("request", request)).leadsTo());
        var second = browser.get(browser.postBare(
                        at + "/answers",
                        Map.of(
                                "csrf", first.value("csrf"),
                                "branch", account.branch(),
                                "account", account.number(),
                                "name-kana", customer.person().kana()))
                .leadsTo());
        var consent = browser.get(
                browser.postBare(at + "/answers", Map.of("csrf", second.value("csrf"), "card-pin", customer.cardPin()))
                        .leadsTo());
        String back = browser.postBare(at + "/consent", Map.of("csrf", consent.value("csrf")))
                .leadsTo();
        return java.net.URI.create(back).getRawPath() + "?"
                + java.net.URI.create(back).getRawQuery();
    }

    private Shown asked(String code) {
        var account = customer(code).accounts().getFirst();
        var before = web().get("/links/at/" + code);
        var fields = new HashMap<>(person.agree(before));
        fields.putAll(Map.of("branch", bird.kana(), "account", bird.phone(), "holder", bird.kanji()));
        assertThat(web().post(before, "/links/at/" + code, fields).status()).isEqualTo(422);
        before = web().get("/links/at/" + code);
        fields = new HashMap<>(person.agree(before));
        fields.putAll(Map.of("branch", account.branch(), "account", account.number(), "holder", bird.kana()));
        var asked = web().post(before, "/links/at/" + code, fields);
        assertThat(asked.leadsTo()).as(asked.html()).startsWith("/links/waiting/");
        return asked;
    }

    Customer customer(String code) {
        return nest.customer(code, bird);
    }

    private void pick(String code, Shown waiting) {
        var number = NUMBER.matcher(waiting.html());
        assertThat(number.find()).isTrue();
        Customer customer = customer(code);
        Device device = nest.banks().bank(code).customers().orElseThrow().device(customer);
        device.answer(device.open(Instant.now()).orElseThrow().id(), number.group(1), Instant.now());
    }

    private void awaitLinks(int active) {
        var wallet = nest.part(People.class)
                .byHandle(new Handle(bird.handle()))
                .orElseThrow()
                .wallet();
        await(() -> nest.part(Links.class).ofWallet(java.util.Objects.requireNonNull(wallet)).stream()
                        .filter(link -> link.status() == LinkStatus.ACTIVE)
                        .count()
                >= active);
    }

    /** Brings money from the bank. */
    void topUp(long yen) {
        var page = web().get("/top-up");
        assertThat(web().post(page, "/top-up", fields(page, "amount", bird.kana()))
                        .status())
                .isEqualTo(422);
        page = web().get("/top-up");
        link = page.value("link");
        String receipt = web().post(page, "/top-up", fields(page, "amount", Long.toString(yen)))
                .leadsTo();
        assertThat(receipt).startsWith("/receipt/");
        String shown = "¥%,d".formatted(yen);
        await(() -> web().get("/home").html().contains(shown));
    }

    private static Map<String, String> fields(Shown page, String name, String value) {
        return Map.of("request", page.value("request"), "link", page.value("link"), name, value);
    }

    /** Sends money with a few words. */
    Shown send(Person to, long yen, String words) {
        wrongPayee();
        var review = web().post(
                        web().get("/send"),
                        "/send/review",
                        Map.of("to", to.handle(), "amount", Long.toString(yen), "words", words));
        var form = new HashMap<String, String>();
        for (String name : new String[] {"request", "to", "amount", "words", "ask"}) {
            form.put(name, review.value(name));
        }
        return web().post(web().get("/send"), "/send", form);
    }

    private void wrongPayee() {
        for (String to : new String[] {bird.kanji(), bird.mail(), bird.phone(), bird.latin()}) {
            assertThat(web().post(
                                    web().get("/send"),
                                    "/send/review",
                                    Map.of("to", to, "amount", "1", "words", bird.address()))
                            .status())
                    .isEqualTo(422);
        }
    }

    /** Asks somebody for money with a few words. */
    Shown ask(Person of, long yen, String words) {
        var page = web().get("/request");
        return web().post(
                        page,
                        "/request",
                        Map.of(
                                "id", page.value("id"),
                                "to", of.handle(),
                                "amount", Long.toString(yen),
                                "words", words));
    }

    /** Sends money to the bank, with the passkey. */
    void cashOut(long yen) {
        var page = web().get("/cash-out");
        var review = web().post(page, "/cash-out/review", Map.of("link", link, "amount", Long.toString(yen)));
        var form = new HashMap<>(person.agree(review));
        form.putAll(Map.of("link", review.value("link"), "amount", Long.toString(yen)));
        var done = web().post(review, "/cash-out", form);
        assertThat(done.leadsTo()).as(done.html()).startsWith("/receipt/");
    }

    /** Looks for names, and at everything that there is to see. */
    void lookAround() {
        for (String query : bird.secrets()) {
            assertThat(web().get("/history?query="
                                    + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(200);
        }
        for (String path :
                new String[] {"/history.csv", "/inbox", "/settings", "/settings/contacts", "/links", "/home"}) {
            assertThat(web().get(path).status()).as(path).isEqualTo(200);
        }
    }

    static void pause() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not happen").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
