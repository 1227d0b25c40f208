package sekisho.server.console;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.WalletId;
import sekisho.server.Server;
import sekisho.server.demo.DemoDoors;
import sekisho.server.entrance.Opening;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.founding.SoftKeys;
import sekisho.server.history.BankState;
import sekisho.server.history.BankStates;
import sekisho.server.json.Forms;
import sekisho.server.people.People;
import sekisho.server.people.PersonId;
import sekisho.server.projection.Positions;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/** A server with a founded book and three members of staff. Its console is at 127.0.0.1, the wallet at localhost. */
final class FoundedConsole implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger(100);

    private final RunningServer running;

    private FoundedConsole(RunningServer running) {
        this.running = running;
    }

    static FoundedConsole start(Path folder) {
        return start(folder, _ -> List.of());
    }

    /** With banks that are described from the beginning. */
    static FoundedConsole start(Path folder, Function<SoftKeys, List<FoundedBank>> banks) {
        var running = RunningServer.start(
                folder, settings -> settings.withDemo(true).withMore(Map.of("sekisho.console.host", "127.0.0.1")));
        var console = new FoundedConsole(running);
        var staff = console.part(Staff.class);
        staff.add("saeki", "佐伯 駿", "Shun Saeki", Role.OPERATOR);
        staff.add("mori", "森 光", "Hikaru Mori", Role.OPERATOR);
        staff.add("kitagawa", "北川 亜季", "Aki Kitagawa", Role.SUPERVISOR);
        var keys = console.part(SoftKeys.class);
        console.part(Founding.class)
                .found(new Founding.Plan(1, keys.of("issuer").publicKey(), banks.apply(keys)));
        return console;
    }

    /** A member's place: a browser that is signed in, and a passkey. */
    record Desk(WebClient web, SoftAuthenticator key, String origin) {

        WebClient.Shown get(String path) {
            return web.get(path);
        }

        WebClient.Shown post(WebClient.Shown page, String path, Map<String, String> fields) {
            return web.post(page, path, fields);
        }

        /** Looks at what waits, and signs it. */
        WebClient.Shown sign(String proposal) {
            return answer(proposal, get(proposal).options());
        }

        WebClient.Shown answer(String proposal, String options) {
            return send(proposal, key.get(options, origin));
        }

        WebClient.Shown send(String proposal, String credential) {
            return web.post(get(proposal), proposal, Map.of("credential", credential));
        }
    }

    /** Signs a member in, who makes a passkey. */
    Desk desk(String word) {
        WebClient web = signedIn(word);
        var page = web.get("/console/passkeys");
        var key = new SoftAuthenticator();
        var made = web.post(page, "/console/passkeys", Map.of("credential", key.create(page.options(), origin())));
        if (!made.leadsTo().equals("/console/passkeys")) {
            throw new AssertionError("a passkey of staff: " + made.status());
        }
        return new Desk(web, key, origin());
    }

    WebClient signedIn(String word) {
        var web = new WebClient(URI.create(origin()));
        String door = part(DemoDoors.class).member(word).getPath();
        web.post(web.get(door), door, Map.of());
        return web;
    }

    /** A bank of a test's own, in four digits. */
    String bank() {
        var bank = new BankId(COUNT.incrementAndGet());
        part(Founding.class).approved(new BankCommand.Register(bank));
        Positions positions = part(Positions.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (part(BankStates.class).find(bank).isEmpty() && System.nanoTime() < deadline) {
            positions.await(positions.projected() + 1, Duration.ofMillis(10));
        }
        return Forms.BANK.write().apply(bank);
    }

    BankState state(BankId bank) {
        return part(BankStates.class).find(bank).orElseThrow();
    }

    /** Opens the wallet of somebody who has proved a mail address. */
    WalletId opened(Person person) {
        var people = part(People.class);
        var token = part(Vault.class).token(Kind.MAIL, person.mail());
        PersonId id = part(JdbcClient.class)
                .sql("select person from people.contacts where token = :token")
                .param("token", token.value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .single();
        part(Opening.class).open(people.find(id).orElseThrow());
        return Objects.requireNonNull(people.find(id).orElseThrow().wallet());
    }

    Server server() {
        return running.server();
    }

    <T> T part(Class<T> type) {
        return running.server().part(type);
    }

    String origin() {
        return "http://127.0.0.1:" + running.server().baseUrl().getPort();
    }

    @Override
    public void close() {
        running.close();
    }
}
