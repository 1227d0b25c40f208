package sekisho.bank.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Device;
import sekisho.banksimulator.customers.Person;
import sekisho.banksimulator.customers.PracticePeople;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;

/** All fictional banks over HTTP, an operator that sends people there, and what these people do. For tests. */
abstract class Street {
    static final String API_KEY = "an-operators-secret";
    private static final Pattern FIELDS = Pattern.compile("表の ([A-E][1-5]) と ([A-E][1-5])");
    private static final Pattern NUMBER = Pattern.compile("class=\"big\"[^>]*>([0-9]+)<");
    static final SecureRandom RANDOM = new SecureRandom();
    static final ECKey OUR_KEY = Keys.next(Curve.P_256);
    static final String BINDING = "b".repeat(43);
    static final BlockingQueue<String> NOTICES = new LinkedBlockingQueue<>();

    static final Map<OpaqueId, String> SENT = new ConcurrentHashMap<>();

    static HttpServer wallet;
    static URI issuer;
    static BankSimulator simulator;
    static BankKeys bankKeys;
    static int people;
    static volatile Duration lateness = Duration.ZERO;

    @BeforeAll
    static void start() throws IOException {
        lateness = Duration.ZERO;
        wallet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = URI.create("http://127.0.0.1:" + wallet.getAddress().getPort());
        wallet.createContext("/.well-known/link-keys.json", exchange -> {
            byte[] keys = new RequestSigner(OUR_KEY).publicKeys().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        wallet.createContext("/bank-notices", exchange -> {
            NOTICES.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        wallet.start();
        var operator = new Operator("sekisho", API_KEY)
                .withRedirect(new Operator.Redirect(
                        issuer,
                        URI.create(issuer + "/.well-known/link-keys.json"),
                        List.of(URI.create(issuer + "/link/return")),
                        new Named("Sekisho（電子マネー）", "Sekisho <e-money>"),
                        URI.create(issuer + "/bank-notices")));
        simulator = BankSimulator.start(SimulatorSettings.of(
                        "the-directors-secret",
                        List.of(operator, new Operator("another", "another-operators-secret")),
                        FictionalBanks.all().stream().map(BankDefinition::of).toList())
                .withClock(Street::now));
        bankKeys = new BankKeys(FictionalBanks.all().stream().map(Street::bank).toList(), InstantSource.system());
    }

    @AfterAll
    static void stop() {
        bankKeys.close();
        simulator.close();
        wallet.stop(0);
    }

    /** Banks to whose pages a browser goes. */
    static Stream<BankProfile> onTheWeb() {
        return FictionalBanks.all().stream().filter(bank -> bank.rail().equals("web-mandate"));
    }

    static LinkResult link(BankProfile profile, Customer customer) throws Exception {
        var request = request(profile, Purpose.LINK);
        try (var browser = new Browser(bank(profile))) {
            var consent = identify(browser, arrive(browser, sign(request)), profile, customer);
            return accepted(
                    profile,
                    request,
                    browser.post("/authorize/consent", consent, Map.of()).result());
        }
    }

    static Browser.Shown signIn(Browser browser, BankProfile profile, Customer customer) {
        var page = browser.get("/sign-in");
        for (int step = 0; step < profile.steps().size(); step++) {
            page = browser.post(
                    "/sign-in/answers",
                    page,
                    answers(profile, customer, profile.steps().get(step), page, false));
        }
        return page;
    }

    static Browser.Shown arrive(Browser browser, String signed) {
        return browser.post("/authorize", Map.of("request", signed));
    }

    static Browser.Shown identify(Browser browser, Browser.Shown first, BankProfile profile, Customer customer) {
        var page = first;
        assertThat(page.status()).isEqualTo(200);
        for (int step = 0; step < profile.steps().size(); step++) {
            page = answer(browser, page, profile, customer, step, false);
        }
        assertThat(page.body()).contains("/authorize/consent");
        return page;
    }

    static Browser.Shown answer(
            Browser browser, Browser.Shown page, BankProfile profile, Customer customer, int step, boolean wrong) {
        return browser.post(
                "/authorize/answers",
                page,
                answers(profile, customer, profile.steps().get(step), page, wrong));
    }

    /** What the customer, or somebody who knows only whom they mean, answers to a page. */
    static Map<String, String> answers(
            BankProfile profile, Customer customer, List<Ask> asks, Browser.Shown page, boolean wrong) {
        var answers = new EnumMap<Ask, String>(Ask.class);
        Device device = device(profile, customer);
        var account = customer.accounts().getFirst();
        Instant now = now();
        for (Ask ask : asks) {
            answers.put(
                    ask,
                    switch (ask) {
                        case BRANCH -> account.branch();
                        case ACCOUNT -> account.number();
                        case LOGIN -> customer.login();
                        case NAME_KANA -> wrong ? "ダレ カ" : customer.person().kana();
                        case CARD_PIN -> wrong ? other(customer.cardPin()) : customer.cardPin();
                        case BIRTH_DATE ->
                            wrong ? "1900-01-01" : customer.person().birthDate().toString();
                        case PHONE_TAIL ->
                            wrong ? "9999" : customer.person().phone().substring(7);
                        case LAST_BALANCE -> wrong ? "1" : "250000";
                        case PASSWORD -> wrong ? "password" : customer.password();
                        case GRID_CARD -> grid(device, page);
                        case SMS_CODE -> sms(device);
                        case APP_CODE, TOKEN_CODE -> wrong ? "000000" : device.code(ask, now);
                        case STATEMENT_CODE -> "000000";
                        case CALL_BACK, APP_APPROVAL, APP_FACE -> confirm(device, page, now);
                    });
        }
        var form = new HashMap<String, String>();
        answers.forEach((ask, text) -> form.put(ask.word(), text));
        return form;
    }

    static String grid(Device device, Browser.Shown page) {
        var fields = FIELDS.matcher(page.body());
        assertThat(fields.find()).isTrue();
        return device.field(fields.group(1)) + device.field(fields.group(2));
    }

    static String sms(Device device) {
        return device.messages().stream()
                .map(message -> message.text().ja().replaceAll(".*確認番号 ([0-9]{6}).*", "$1"))
                .filter(code -> code.matches("[0-9]{6}"))
                .findFirst()
                .orElse("123456");
    }

    static String confirm(Device device, Browser.Shown page, Instant now) {
        var number = NUMBER.matcher(page.body());
        assertThat(number.find()).isTrue();
        device.open(now).ifPresent(approval -> device.answer(approval.id(), number.group(1), now));
        return "";
    }

    static String other(String pin) {
        return pin.equals("0000") ? "1111" : "0000";
    }

    static Customer customer(BankProfile profile) {
        return simulator.bank(profile.code()).customers().orElseThrow().admit(nextPerson(), 250_000);
    }

    /** Somebody who says plausible things and is no customer here. */
    static Customer absent(BankProfile profile) {
        var somebody = nextPerson();
        return new Customer(
                somebody,
                "nobody1",
                "pw-00000000",
                "1234",
                "0",
                List.of(new sekisho.banksimulator.customers.HeldAccount(
                        profile.branches().getFirst().code(), "0000001", "0".repeat(32))));
    }

    static synchronized Person nextPerson() {
        var model = PracticePeople.all().getFirst();
        return new Person(
                "p" + people++,
                model.kanji(),
                model.kana(),
                model.latin(),
                model.birthDate(),
                model.phone(),
                model.address());
    }

    static Device device(BankProfile profile, Customer customer) {
        return simulator.bank(profile.code()).customers().orElseThrow().device(customer);
    }

    static LinkRequest request(BankProfile profile, Purpose purpose) {
        return LinkRequest.of(
                new LinkRequest.Parties(issuer, bank(profile), URI.create(issuer + "/link/return"), "sekisho"),
                purpose,
                OpaqueId.next(RANDOM),
                BINDING,
                now(),
                RANDOM);
    }

    static LinkRequest at(LinkRequest request, Instant issued) {
        return LinkRequest.of(
                new LinkRequest.Parties(request.issuer(), request.bank(), request.returnTo(), request.operator()),
                request.purpose(),
                request.reference(),
                BINDING,
                issued,
                RANDOM);
    }

    static LinkRequest to(LinkRequest request, URI from, String returnTo, String operator) {
        return LinkRequest.of(
                new LinkRequest.Parties(from, request.bank(), URI.create(returnTo), operator),
                request.purpose(),
                request.reference(),
                BINDING,
                now(),
                RANDOM);
    }

    /** Signatures differ each time, so what was sent is remembered. */
    static String sign(LinkRequest request) {
        String signed = new RequestSigner(OUR_KEY).sign(request);
        SENT.put(request.id(), signed);
        return signed;
    }

    static LinkResult accepted(BankProfile profile, LinkRequest request, String result) throws IOException {
        var sent = SentRequest.of(request, Objects.requireNonNull(SENT.get(request.id())));
        var reading = ResultReader.read(result, sent, BINDING, bankKeys.keys(bank(profile), result), now());
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).result();
    }

    static BankProfile profile(String code) {
        return FictionalBanks.all().stream()
                .filter(profile -> profile.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static URI bank(BankProfile profile) {
        return simulator.address(profile.code());
    }

    static Instant now() {
        return Instant.now().plus(lateness);
    }

    /** Half a minute later: apps and tokens show another code, since each is taken once. */
    static void nextCode() {
        lateness = lateness.plusSeconds(30);
    }
}
