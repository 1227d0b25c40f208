package sekisho.cli.run;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sekisho.bank.AccountToken;
import sekisho.bank.description.BankDescription;
import sekisho.bank.description.Descriptions;
import sekisho.bank.description.EngineTerms;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Person;
import sekisho.banksimulator.customers.PracticePeople;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;
import sekisho.protocol.BankId;
import sekisho.server.demo.DemoAccount;
import sekisho.server.demo.DemoBank;
import sekisho.server.demo.DemoLink;
import sekisho.server.demo.DemoPerson;
import sekisho.server.demo.DemoResident;
import sekisho.server.demo.DemoWorld;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.SoftKey;
import sekisho.server.linking.SupportedBank;
import sekisho.server.people.Phone;

/**
 * The banks that do not exist, by codes that no bank has, with pages of their own and eight customers each. They keep their
 * books in the home. The keys between them and us are made anew at every start, because both sides start together.
 */
final class DemoBanks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DemoBanks.class.getName());

    /** What the banks call us. */
    static final String OPERATOR = "sekisho";

    /** The banks know one operator: their first. */
    private static final int KEY_NUMBER = 1;

    private static final Descriptions DESCRIPTIONS = Descriptions.fictional();

    private static final int KEY_BYTES = 32;
    private static final long OPENING_BALANCE = 1_000_000;

    /** Of the one person who lets himself be found by number. */
    private static final Phone FOUND_BY = new Phone("+819000000002");

    /** Whose wallets there are, and the banks where they have linked accounts. The others have accounts, and can sign up. */
    private static final Map<String, List<String>> LINKED = linked();

    private final BankSimulator simulator;
    private final String apiKey;
    private final String directorKey;

    private DemoBanks(BankSimulator simulator, String apiKey, String directorKey) {
        this.simulator = simulator;
        this.apiKey = apiKey;
        this.directorKey = directorKey;
    }

    /**
     * Starts the banks, and opens their customers' accounts if they are new.
     *
     * @param port to listen on, on this machine only; any free one, if it is taken
     * @param us our base address: customers come back there
     */
    static DemoBanks start(Path folder, int port, URI us) {
        String apiKey = key();
        String directorKey = key();
        var shownAs = new Named("Sekisho（電子マネー）", "Sekisho (e-money)");
        var operator = new Operator(OPERATOR, apiKey).withRedirect(Operator.Redirect.of(us, shownAs));
        var settings = SimulatorSettings.of(
                        directorKey,
                        List.of(operator),
                        FictionalBanks.all().stream().map(BankDefinition::of).toList())
                .withFolder(folder)
                .withPort(isFree(port) ? port : 0)
                .forPractice();
        var simulator = BankSimulator.start(settings);
        // Who calls the API by hand knows no bank's customers: one account whose token can be typed.
        SimulatedBank first = simulator.banks().getFirst();
        boolean _ = first.books().open(token(first.definition().code()), "アリスガワ サクラ", "JPY", OPENING_BALANCE);
        return new DemoBanks(simulator, apiKey, directorKey);
    }

    /** The banks' codes. */
    static List<BankId> codes() {
        return FictionalBanks.all().stream().map(DemoBanks::id).toList();
    }

    /** Makes everybody a customer of every bank, and says who has a wallet; takes a while the first time. */
    DemoWorld world() {
        simulator.admit(PracticePeople.all(), OPENING_BALANCE);
        return new DemoWorld(
                FictionalBanks.all().stream().map(this::bank).toList(),
                PracticePeople.all().stream()
                        .map(person ->
                                new DemoResident(person.kanji(), person.latin(), person.birthDate(), person.address()))
                        .toList(),
                PracticePeople.all().stream()
                        .filter(person -> LINKED.containsKey(person.id()))
                        .map(this::person)
                        .toList());
    }

    /** Where the banks answer. */
    URI address() {
        return simulator.address();
    }

    /** How the server reaches the banks, by property names. */
    Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("sekisho.linking.operator", OPERATOR);
        // Whoever tries all banks of the demonstration needs more than ten an hour, and reads more codes on statements.
        for (String budget : List.of("link", "code-sent", "code-tried")) {
            properties.put("sekisho.budget." + budget, "100");
        }
        for (SimulatedBank bank : simulator.banks()) {
            String code = bank.definition().code();
            String prefix = "sekisho.banking.banks." + code;
            properties.put(prefix + ".address", simulator.address(code).toString());
            properties.put(prefix + ".api-key", apiKey);
        }
        return properties;
    }

    /** Where the banks answer, and the key of who may direct them. */
    String director() {
        return "URL=" + simulator.address() + "\nDIRECTOR_KEY=" + directorKey + "\n";
    }

    @Override
    public void close() {
        simulator.close();
    }

    private DemoBank bank(BankProfile profile) {
        BankId id = id(profile);
        var pen =
                SoftKey.of(simulator.bank(profile.code()).secrets().statements().of(KEY_NUMBER));
        var described = DESCRIPTIONS.of(id).orElseThrow();
        return new DemoBank(
                supported(profile),
                new FoundedBank(id, EngineTerms.of(described.description()), KEY_NUMBER, pen.publicKey()),
                result -> pen.sign(result.canonical()),
                described.text(),
                now -> follow(profile, now));
    }

    /** A description may ask for what these banks do not have: then its pages stay as they are, and it is said. */
    private void follow(BankProfile profile, BankDescription description) {
        try {
            simulator.bank(profile.code()).follow(DescribedBank.of(profile, description));
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "the fictional bank " + profile.code() + " goes on as before its description of version "
                            + description.version() + ": " + e.getMessage());
        }
    }

    private SupportedBank supported(BankProfile profile) {
        var description = DESCRIPTIONS.of(id(profile)).orElseThrow().description();
        return new SupportedBank(
                id(profile),
                profile.name().ja(),
                profile.name().en(),
                profile.kana(),
                simulator.address(profile.code()),
                profile.linkingSteps().size() + 1,
                description.rail().method(),
                KEY_NUMBER,
                description.depositCode());
    }

    private DemoPerson person(Person person) {
        return new DemoPerson(
                person.id(),
                person.id().equals("yui") ? "en" : "ja",
                person.kanji(),
                person.kana(),
                person.latin(),
                person.birthDate(),
                person.address(),
                person.id() + "@mail.example",
                person.id().equals("taro") ? FOUND_BY : null,
                LINKED.getOrDefault(person.id(), List.of()).stream()
                        .map(code -> link(simulator.bank(code), person))
                        .toList(),
                takings(
                        simulator.bank(
                                LINKED.getOrDefault(person.id(), List.of()).getFirst()),
                        person));
    }

    /** The person's own account, by the name that the bank's books have for it: whoever credits it needs no mandate. */
    private static DemoAccount takings(SimulatedBank bank, Person person) {
        Customer customer = bank.customers().orElseThrow().byPerson(person.id()).orElseThrow();
        var account = customer.accounts().getFirst();
        var profile = bank.definition().profile();
        String branch =
                profile == null ? "本店" : profile.branch(account.branch()).name().ja();
        return new DemoAccount(
                new BankId(Integer.parseInt(bank.definition().code())),
                AccountToken.parse(account.token()),
                account.branch() + "-1-" + account.number(),
                branch + " ***" + account.number().substring(account.number().length() - 3));
    }

    /** A mandate as the bank's pages would have given it; its token follows from the bank's secrets. */
    private static DemoLink link(SimulatedBank bank, Person person) {
        Customer customer = bank.customers().orElseThrow().byPerson(person.id()).orElseThrow();
        var account = customer.accounts().getFirst();
        String mandate = bank.secrets().token("demo mandate", person.id());
        String reference = bank.secrets().token("demo reference", person.id());
        boolean _ = bank.books().mandate(mandate, account.token(), OPERATOR, reference);
        var profile = bank.definition().profile();
        String tail = account.number().substring(account.number().length() - 3);
        var branch = profile == null
                ? new Named("本店", "Main")
                : profile.branch(account.branch()).name();
        return new DemoLink(
                new BankId(Integer.parseInt(bank.definition().code())),
                AccountToken.parse(bank.customers().orElseThrow().accountToken(OPERATOR, account)),
                AccountToken.parse(mandate),
                branch.ja() + "・普通・＊＊＊＊" + tail,
                branch.en() + ", ordinary, ****" + tail);
    }

    private static Map<String, List<String>> linked() {
        var linked = new LinkedHashMap<String, List<String>>();
        linked.put("hanako", List.of("0812", "0821"));
        linked.put("taro", List.of("0822"));
        linked.put("yui", List.of("0830"));
        linked.put("kenji", List.of("0805"));
        return linked;
    }

    /** The account whose token can be typed: the bank's code, and 1. */
    private static String token(String bank) {
        return "000000000000" + bank + "%016x".formatted(1);
    }

    private static BankId id(BankProfile profile) {
        return new BankId(Integer.parseInt(profile.code()));
    }

    private static String key() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
