package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.Descriptions;
import sekisho.bank.description.EngineTerms;
import sekisho.bank.description.Sourced;
import sekisho.bank.description.Strength;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.books.Account;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Person;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;
import sekisho.gateway.Gateway;
import sekisho.protocol.BankCommand;
import sekisho.protocol.LinkStrength;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKey;
import sekisho.server.identity.Issuer;
import sekisho.server.testing.Caller;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.World;

/** A server on a founded book, and the weak ones of the fictional banks as they describe themselves. */
final class WeakStreet implements AutoCloseable {
    /** Those that ask for what a thief can know, and for nothing else. */
    static final List<BankDescription> WEAK = Descriptions.fictional().all().stream()
            .map(Sourced::description)
            .filter(bank -> !Strength.of(bank).atLeast(LinkStrength.TWO_FACTOR))
            .toList();

    private static final String API_KEY = "an-operators-secret";
    private static final String DIRECTOR = "the-directors-secret";
    private static final Pattern COUNT = Pattern.compile("\"([^\"]+)\":([0-9]+)");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select) id=\"[^\"]*\" name=\"([^\"]+)\"");
    /** What is asked by the clock, whoever does what. */
    private static final List<String> OF_THEMSELVES = List.of("/mandates/ended", "/statements", "/link-keys.json");

    private final RunningServer running;
    private final BankSimulator banks;
    private final Caller operator;
    private final HttpClient director = HttpClient.newHttpClient();

    WeakStreet(Path folder) {
        int port = freePort();
        var properties = new LinkedHashMap<>(RunningServer.UNHURRIED);
        properties.put("sekisho.linking.operator", "sekisho");
        properties.put("sekisho.budget.link", "100");
        for (BankDescription bank : WEAK) {
            String prefix = "sekisho.banking.banks." + code(bank);
            properties.put(prefix + ".address", "http://127.0.0.1:" + port + "/banks/" + code(bank));
            properties.put(prefix + ".api-key", API_KEY);
        }
        running =
                RunningServer.start(folder, settings -> settings.withDemo(true).withMore(properties));
        // Before the book is founded: afterwards staff would have to sign its settings.
        operator = World.on(running).operator();
        var us = new Operator("sekisho", API_KEY)
                .withRedirect(Operator.Redirect.of(running.server().baseUrl(), new Named("Sekisho", "Sekisho")));
        List<String> codes = WEAK.stream().map(WeakStreet::code).toList();
        banks = BankSimulator.start(SimulatorSettings.of(
                        DIRECTOR,
                        List.of(us),
                        FictionalBanks.all().stream()
                                .filter(bank -> codes.contains(bank.code()))
                                .map(BankDefinition::of)
                                .toList())
                .withPort(port));
        found();
    }

    private void found() {
        var founded = new ArrayList<FoundedBank>();
        for (BankDescription bank : WEAK) {
            running.server().part(Gateway.class).submit(new BankCommand.Register(bank.bank()));
            running.server()
                    .part(SupportedBanks.class)
                    .put(new SupportedBank(
                            bank.bank(),
                            "銀行" + code(bank),
                            "Bank " + code(bank),
                            "ギンコウ",
                            banks.address(code(bank)),
                            3,
                            bank.rail().method(),
                            1,
                            bank.depositCode()));
            var key = SoftKey.of(banks.bank(code(bank)).secrets().statements().of(1));
            founded.add(new FoundedBank(bank.bank(), EngineTerms.of(bank), 1, key.publicKey()));
        }
        Issuer issuer = running.server().part(Issuer.class);
        running.server().part(Founding.class).found(new Founding.Plan(issuer.number(), issuer.publicKey(), founded));
    }

    RunningServer running() {
        return running;
    }

    /** A program that may do everything. */
    Caller operator() {
        return operator;
    }

    static String code(BankDescription bank) {
        return "%04d".formatted(bank.bank().code());
    }

    /** Somebody's account at a bank. */
    Customer customer(String bank, Person person) {
        return banks.bank(bank).customers().orElseThrow().admit(person, 250_000);
    }

    /** What is on somebody's account. Yen. */
    long balance(String bank, Customer customer) {
        return banks.bank(bank)
                .books()
                .account(customer.accounts().getFirst().token())
                .map(Account::balance)
                .orElseThrow();
    }

    /** What a bank was asked so far, by anybody, but for what is asked anyway. */
    Map<String, Long> asked(String bank) {
        var request = HttpRequest.newBuilder(URI.create(banks.address() + "/admin/banks/" + bank + "/requests"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + DIRECTOR)
                .build();
        try {
            var answer = director.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return COUNT.matcher(answer.body())
                    .results()
                    .filter(count -> OF_THEMSELVES.stream().noneMatch(count.group(1)::endsWith))
                    .collect(Collectors.toMap(
                            count -> count.group(1), count -> Long.parseLong(count.group(2)), Long::sum, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Answers whatever the bank asks as one of its customers would; where its pages lead back to, below our own address. */
    String throughItsPages(String bank, String request, Customer who) {
        var browser = new WebClient(banks.address());
        String at = "/banks/" + bank + "/authorize";
        var page = browser.get(browser.postBare(at, Map.of("request", request)).leadsTo());
        for (int step = 0; step < 5 && !page.html().contains(at + "/consent"); step++) {
            var answers = new LinkedHashMap<String, String>();
            answers.put("csrf", page.value("csrf"));
            FIELD.matcher(page.html())
                    .results()
                    .forEach(field -> answers.put(field.group(1), known(bank, who, field.group(1))));
            page = browser.get(browser.postBare(at + "/answers", answers).leadsTo());
        }
        var back = URI.create(browser.postBare(at + "/consent", Map.of("csrf", page.value("csrf")))
                .leadsTo());
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private String known(String bank, Customer who, String asked) {
        return switch (asked) {
            case "branch" -> who.accounts().getFirst().branch();
            case "account" -> who.accounts().getFirst().number();
            case "name-kana" -> who.person().kana();
            case "birth-date" -> who.person().birthDate().toString();
            case "phone-tail" ->
                who.person().phone().substring(who.person().phone().length() - 4);
            case "card-pin" -> who.cardPin();
            case "last-balance" -> Long.toString(balance(bank, who));
            default -> throw new AssertionError("a weak bank asks for what no thief knows: " + asked);
        };
    }

    @Override
    public void close() {
        running.close();
        banks.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
