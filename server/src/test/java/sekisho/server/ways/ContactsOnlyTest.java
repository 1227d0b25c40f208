package sekisho.server.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Description;
import sekisho.protocol.Evidence;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.IdentityCommand;
import sekisho.protocol.StateRecord;
import sekisho.protocol.Token;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.entrance.Opening;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.identity.Assurance;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.people.PersonId;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/**
 * Somebody with a proved mail address, a passkey and an open wallet, and nothing else, goes to every address of a server whose book
 * is founded, with what a thief would bring: a victim's wallet, a bank's code, amounts, assertions for something else. What counts
 * is the engine's state afterwards: no link of his, no money, no identity.
 */
final class ContactsOnlyTest {
    private static final int ISSUER = 1;
    private static final BankId BANK = new BankId(9_001);
    private static final WalletId VICTIM = new WalletId(0x11);
    private static final long HOUR = 3_600_000;

    /** Signs in as somebody else, on purpose, where there is a demonstration; production has none of it. */
    private static final String DEMONSTRATION = "demonstration";

    @TempDir
    static Path folder;

    private static RunningServer running;
    private static SoftKey issuer;
    private static sekisho.server.testing.Person thief;
    private static WalletId wallet;

    @BeforeAll
    static void found() {
        running = RunningServer.start(
                folder,
                settings -> settings.withDemo(true)
                        .withMore(Map.of("sekisho.post-box", "true", "sekisho.budget.sign-up", "1000000")));
        var keys = running.server().part(SoftKeys.class);
        issuer = keys.of("issuer");
        var description = new Description(1, 1, 31, 15, Description.Notice.APP, true, 0, HOUR, 100_000, 1_000_000);
        running.server()
                .part(Founding.class)
                .found(new Founding.Plan(
                        ISSUER,
                        issuer.publicKey(),
                        List.of(new FoundedBank(
                                BANK, description, 1, keys.of("bank").publicKey()))));
        say(new WalletCommand.Open(VICTIM, Assurance.UNVERIFIED, Currency.JPY, 0, 0));
        shows(VICTIM, 6);
        thief = sekisho.server.testing.Person.newcomer(running.server()).proveMail();
        Person person = person();
        assertThat(running.server().part(Opening.class).open(person)).isTrue();
        wallet = java.util.Objects.requireNonNull(person().wallet());
    }

    /** A chip's evidence of a person, for a wallet. */
    private static void shows(WalletId whose, int person) {
        Evidence evidence = new Evidence(
                BookId.FIRST,
                ISSUER,
                new Token(5, person),
                EvidenceKind.IC_CHIP,
                new Token(6, person),
                whose,
                Token.NONE,
                0,
                System.currentTimeMillis(),
                System.currentTimeMillis() + HOUR,
                1);
        say(new IdentityCommand.Present(evidence, issuer.sign(evidence.canonical())));
    }

    private static Person person() {
        var token = running.server().part(Vault.class).token(Kind.MAIL, thief.mail());
        PersonId id = running.server()
                .part(JdbcClient.class)
                .sql("select person from people.contacts where token = :token")
                .param("token", token.value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .single();
        return running.server().part(People.class).find(id).orElseThrow();
    }

    private static void say(Command<?> command) {
        var submission = running.server().part(Gateway.class).submit(command);
        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Answered.class,
                        answered -> assertThat(answered.answer().outcome().accepted())
                                .as("%s", answered)
                                .isTrue());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whoHasProvedAContactOnlyGetsNothingAtAnyAddress() {
        assertThat(spoils()).isEmpty();
        Map<String, WayIn> table = WayIn.below("Addresses");
        Map<Integer, Set<String>> statuses = new TreeMap<>();
        List<String> furtherThanTheDoor = new ArrayList<>();
        int called = 0;
        for (Addresses.Address address : Addresses.of(running.server()).values()) {
            WayIn way = table.get(address.name());
            if (way == null || way.who().equals(DEMONSTRATION) || leaves(address)) {
                continue;
            }
            WebClient.Shown shown = call(address);
            called++;
            statuses.computeIfAbsent(shown.status(), _ -> new TreeSet<>()).add(address.name());
            if (Set.of("customer", "shopkeeper").contains(way.who()) && !sentBack(shown)) {
                furtherThanTheDoor.add(address.name() + " " + shown.status() + " " + shown.leadsTo());
            }
            assertThat(spoils()).as("after " + address.name()).isEmpty();
        }
        assertThat(called).isGreaterThan(150);
        assertThat(statuses).doesNotContainKey(500);
        assertThat(furtherThanTheDoor).isEmpty();

        shows(wallet, 7);
        assertThat(spoils()).as("what a chip would have given him").hasSize(2);
    }

    /** Ends his own session: whatever comes after it would be asked by nobody. */
    private static boolean leaves(Addresses.Address address) {
        return address.path().endsWith("/end-all") || address.path().equals("/sign-out");
    }

    private static boolean sentBack(WebClient.Shown shown) {
        return shown.status() >= 400
                || shown.leadsTo().startsWith("/welcome/")
                || shown.leadsTo().endsWith("/sign-in");
    }

    private static WebClient.Shown call(Addresses.Address address) {
        String path = address.path();
        for (var value : VALUES.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        path = path.replaceAll("\\{[^}]*}|\\*+", "1");
        return switch (address.method()) {
            case "GET", "ANY" -> thief.web().get(path + query(address));
            case "POST" ->
                path.startsWith("/v1/") || path.equals("/bank-notices")
                        ? json("POST", path)
                        : thief.web().postBare(path, form(address));
            default -> json(address.method(), path);
        };
    }

    private static WebClient.Shown json(String method, String path) {
        String body = "{\"wallet\":\"" + hex(VICTIM.value()) + "\",\"bank\":\"9001\",\"amount\":10000,\"to\":\""
                + hex(wallet.value()) + "\",\"tier\":2}";
        return thief.web()
                .send(
                        path,
                        thief.web()
                                .request(path)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Everything that a handler asks for, with something that looks right. */
    private static Map<String, String> form(Addresses.Address address) {
        Map<String, String> form = new LinkedHashMap<>(VALUES);
        form.put("request", running.server().part(Gateway.class).newId().toString());
        form.putAll(asked(address));
        form.put("_csrf", thief.web().get("/welcome/identity").value("_csrf"));
        return form;
    }

    private static String query(Addresses.Address address) {
        StringBuilder query = new StringBuilder();
        asked(address)
                .forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return query.toString();
    }

    private static Map<String, String> asked(Addresses.Address address) {
        Map<String, String> asked = new LinkedHashMap<>();
        HandlerMethod handler = address.handler();
        if (handler != null) {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                RequestParam stated = parameter.getParameterAnnotation(RequestParam.class);
                String name =
                        stated != null && !stated.value().isEmpty() ? stated.value() : parameter.getParameterName();
                if (stated != null && name != null) {
                    asked.put(name, VALUES.getOrDefault(name, "1"));
                }
            }
        }
        return asked;
    }

    private static final Map<String, String> VALUES = values();

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", "9001");
        values.put("bank", "9001");
        values.put("wallet", hex(VICTIM.value()));
        values.put("amount", "10000");
        values.put("link", "7f2a9d54c1e04b3f8a6d0e1b5c9f7a23");
        values.put("operation", "7f2a9d54c1e04b3f8a6d0e1b5c9f7a23");
        values.put("payment", "7f2a9d54c1e04b3f8a6d0e1b5c9f7a23");
        values.put("id", "1");
        values.put("word", "mail");
        values.put("handle", "victim");
        values.put("to", "@victim");
        values.put("mail", "free@mail.example");
        values.put("proof", "eyJhbGciOiJub25lIn0.e30.");
        values.put("credential", "{}");
        values.put("assertion", "{}");
        values.put("state", "AAAAAAAAAAAAAAAAAAAAAA");
        values.put("result", "eyJhbGciOiJub25lIn0.e30.");
        values.put("name", "北川 葵");
        values.put("born", "1980-01-01");
        values.put("account", "1234567");
        values.put("branch", "001");
        return Map.copyOf(values);
    }

    private static String hex(long value) {
        return java.util.HexFormat.of().toHexDigits(value);
    }

    /** What nobody may have who has proved a contact only, as the engine's state has it. */
    private static List<String> spoils() {
        List<String> spoils = new ArrayList<>();
        running.node().export(record -> {
            String found = switch (record) {
                case StateRecord.LinkRow _, StateRecord.CheckedLinkRow _ -> "a link: " + record;
                case StateRecord.AccountRow row when row.key().kind() == AccountKind.WALLET -> money(row);
                case StateRecord.EvidenceRow row when !row.person().equals(new Token(6, 6)) -> "evidence: " + record;
                case StateRecord.IdentityRow row
                when row.wallet().equals(wallet) && row.person().names() -> "an identity: " + record;
                case StateRecord.InstructionRow _ -> "an instruction to a bank: " + record;
                case StateRecord _ -> "";
            };
            if (!found.isEmpty()) {
                spoils.add(found);
            }
        });
        return spoils;
    }

    private static String money(StateRecord.AccountRow row) {
        boolean none = row.creditsPosted() == 0
                && row.creditsPending() == 0
                && row.debitsPosted() == 0
                && row.debitsPending() == 0;
        return none ? "" : "money: " + row;
    }
}
