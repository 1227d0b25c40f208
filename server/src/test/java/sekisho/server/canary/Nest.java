package sekisho.server.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;
import sekisho.gateway.Gateway;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.Description;
import sekisho.server.console.Role;
import sekisho.server.console.Staff;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKey;
import sekisho.server.identity.Issuer;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.testing.Caller;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.World;

/** A server with a founded book, staff, and a bank of every rail, whose links are strong; and one that says back what it is told. */
final class Nest implements AutoCloseable {
    static final String WEB = "0807";
    static final String APP = "0806";
    static final String DEPOSIT = "0820";
    static final String FILE = "0832";
    static final String ECHO = "0835";

    private static final Map<String, Integer> METHODS = Map.of(WEB, 1, APP, 3, DEPOSIT, 4, FILE, 5, ECHO, 3);
    /** Names of one of the staff. */
    static final List<String> STAFF = List.of("鷗崎島之介", "Kamomezakijima Nosuke");

    private static final String API_KEY = "an-operators-secret";
    private static final long YEN = 500_000;

    private final RunningServer running;
    private final BankSimulator banks;
    private final EchoingBank echo = new EchoingBank();
    private final Caller operator;

    Nest(Path folder) {
        int port = freePort();
        var properties = new LinkedHashMap<>(RunningServer.UNHURRIED);
        properties.put("sekisho.linking.operator", "sekisho");
        properties.put("sekisho.console.host", "127.0.0.1");
        properties.put("sekisho.budget.link", "1000");
        METHODS.keySet().forEach(code -> {
            String prefix = "sekisho.banking.banks." + code;
            properties.put(prefix + ".address", bank(code, URI.create("http://127.0.0.1:" + port + "/banks/" + code)));
            properties.put(prefix + ".api-key", API_KEY);
        });
        running = RunningServer.start(
                folder, settings -> settings.withDemo(true).withAccessLog(true).withMore(properties));
        // Before the book is founded: afterwards staff would have to sign its settings.
        operator = World.on(running).operator();
        var bankCustomer = new Operator("sekisho", API_KEY)
                .withRedirect(Operator.Redirect.of(running.server().baseUrl(), new Named("Sekisho", "Sekisho")));
        banks = BankSimulator.start(SimulatorSettings.of(
                        "the-directors-secret",
                        List.of(bankCustomer),
                        FictionalBanks.all().stream()
                                .filter(bank -> METHODS.containsKey(bank.code())
                                        && !bank.code().equals(ECHO))
                                .map(BankDefinition::of)
                                .toList())
                .withPort(port)
                .withFilesTaking(Duration.ofSeconds(1)));
        var staff = running.server().part(Staff.class);
        staff.add("kamome", STAFF.get(0), STAFF.get(1), Role.OPERATOR);
        staff.add("chidori", "千鳥沢 灯", "Akari Chidorizawa", Role.SUPERVISOR);
        found();
    }

    private String bank(String code, URI simulated) {
        return (code.equals(ECHO) ? echo.address(code) : simulated).toString();
    }

    private void found() {
        var founded = new ArrayList<FoundedBank>();
        METHODS.forEach((code, method) -> {
            var id = new BankId(Integer.parseInt(code));
            running.server().part(Gateway.class).submit(new BankCommand.Register(id));
            var issuer = URI.create(bank(code, banks.address(code)));
            running.server()
                    .part(SupportedBanks.class)
                    .put(new SupportedBank(id, "銀行" + code, "Bank " + code, "ギンコウ", issuer, 3, method, 1, false));
            // Nobody there signs anything that is believed: any key will do.
            var secrets = banks.bank(code.equals(ECHO) ? APP : code).secrets();
            var strong = new Description(
                    1, method, 7 | 8 | 16, 15, Description.Notice.APP, true, 0, 1_000, 100_000, 1_000_000);
            founded.add(new FoundedBank(
                    id, strong, 1, SoftKey.of(secrets.statements().of(1)).publicKey()));
        });
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

    <T> T part(Class<T> type) {
        return running.server().part(type);
    }

    BankSimulator banks() {
        return banks;
    }

    /** Somebody's account at a bank; opened, the first time. */
    Customer customer(String code, Bird bird) {
        return banks.bank(code).customers().orElseThrow().admit(bird.atTheBank(), YEN);
    }

    @Override
    public void close() {
        running.close();
        banks.close();
        echo.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
