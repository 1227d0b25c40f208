package sekisho.server.linking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.redirect.SignedStatement;
import sekisho.bank.redirect.StatementTerms;
import sekisho.gateway.Gateway;
import sekisho.protocol.BankAnswer;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.PublicKey;
import sekisho.protocol.Purpose;
import sekisho.protocol.RequestId;
import sekisho.server.entrance.Customer;
import sekisho.server.founding.Books;
import sekisho.server.founding.SoftKey;
import sekisho.server.founding.SoftKeys;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.Evidences;
import sekisho.server.identity.PersonTokens;
import sekisho.server.pages.Language;
import sekisho.server.passkey.CommandHash;
import sekisho.server.passkey.StepUps;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedFoundedServer;
import tools.jackson.databind.json.JsonMapper;

/** A bank's list of what its holders say: page after page, each statement once, and nothing of a list of which one is forged. */
@ExtendWith(SharedFoundedServer.class)
final class StatementFollowerTest {
    private static final BankId BANK = SharedFoundedServer.ASKING;
    private static final int PAGE = 2;
    private static final AtomicLong ACCOUNTS = new AtomicLong(5_000);

    private final RunningServer running;
    private final SoftKey pen;
    private final FakeBank fake;
    private final Linking linking;
    private final Links links;
    private final JdbcClient jdbc;
    private final HttpServer bank;

    /** What the bank says, first number 1. */
    private final List<SignedStatement> said = new CopyOnWriteArrayList<>();

    /** Behind which numbers it was asked. */
    private final List<Long> asked = new CopyOnWriteArrayList<>();

    /** The accounts that visits named. */
    private final Map<OperationId, Long> accounts = new HashMap<>();

    private volatile boolean down;

    StatementFollowerTest(RunningServer running) throws IOException {
        this.running = running;
        this.pen = running.server().part(SoftKeys.class).of("bank");
        this.fake = new FakeBank(pen);
        this.links = running.server().part(Links.class);
        this.jdbc = running.server().part(JdbcClient.class);
        var server = running.server();
        this.linking = new Linking(
                fake,
                new Attempts(jdbc, server.part(SupportedBanks.class), InstantSource.system()),
                new Linking.Who(server.part(PersonTokens.class), server.part(Evidences.class)),
                server.part(KeptAccounts.class),
                server.part(Checkpoint.class),
                server.part(Books.class),
                InstantSource.system());
        this.bank = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bank.createContext("/", this::answer);
        bank.start();
    }

    @BeforeEach
    void begin() {
        jdbc.sql("delete from linking.statement_marks where bank = 2").update();
        jdbc.sql("delete from linking.statements_heard where bank = 2").update();
        running.server().part(SupportedBanks.class).put(supported());
    }

    @AfterEach
    void stop() {
        bank.stop(0);
    }

    @Test
    void pageAfterPageIsBroughtOnceAndTheMarkMovesOn() throws Exception {
        var yes = waiting();
        var no = waiting();
        var late = waiting();
        say(yes, BankAnswer.CONFIRMED);
        say(no, BankAnswer.OBJECTED);
        say(late, BankAnswer.CONFIRMED);
        try (var follower = follower()) {
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
            assertThat(asked).containsExactly(0L, 2L, 3L);
            awaitStatus(yes.link(), LinkStatus.ACTIVE);
            awaitStatus(no.link(), LinkStatus.CLOSED);
            awaitStatus(late.link(), LinkStatus.ACTIVE);
            assertThat(mark()).isEqualTo(3);

            asked.clear();
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
            assertThat(asked).containsExactly(3L);
        }
        // What was brought is known to whoever comes after, and to the engine if it is not.
        jdbc.sql("delete from linking.statement_marks where bank = 2").update();
        int changes = links.changes(yes.link()).size();
        try (var another = follower()) {
            assertThat(another.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(mark()).isEqualTo(3);
        assertThat(links.changes(yes.link())).hasSize(changes);
        assertThat(links.find(no.link()).orElseThrow().status()).isEqualTo(LinkStatus.CLOSED);
    }

    @Test
    void aStatementThatIsTooEarlyWaitsAndTheOthersDoNot() throws Exception {
        var early = leave();
        var other = waiting();
        var third = waiting();
        say(early.terms(), BankAnswer.CONFIRMED);
        say(other, BankAnswer.CONFIRMED);
        say(third, BankAnswer.CONFIRMED);
        try (var follower = follower()) {
            assertThat(follower.round()).isEqualTo(Follower.Round.WAITING);
            awaitStatus(other.link(), LinkStatus.ACTIVE);
            awaitStatus(third.link(), LinkStatus.ACTIVE);
            assertThat(mark()).isZero();
            assertThat(heard()).containsExactly(2L, 3L);

            arrive(early);
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
            awaitStatus(early.terms().link(), LinkStatus.ACTIVE);
        }
        assertThat(mark()).isEqualTo(3);
        assertThat(heard()).isEmpty();
    }

    @Test
    void ofAListWithOneForgedStatementNothingIsUsed() throws Exception {
        var first = waiting();
        var second = waiting();
        say(first, BankAnswer.CONFIRMED);
        var good = fake.say(second, account(second), Purpose.CONSENT, BankAnswer.OBJECTED);
        var turned = fake.say(second, account(second), Purpose.CONSENT, BankAnswer.CONFIRMED);
        said.add(new SignedStatement(turned.result(), good.signature()));
        try (var follower = follower()) {
            assertThat(follower.round()).isEqualTo(Follower.Round.FAILED);
            assertThat(mark()).isZero();
            assertThat(heard()).isEmpty();
            assertThat(links.find(first.link()).orElseThrow().status()).isEqualTo(LinkStatus.WAITING_FOR_HOLDER);

            // Signed by the bank's key, and by a key that the engine was not told of: the same.
            said.set(1, new FakeBank(SoftKey.of(strangeKey())).say(second, 1, Purpose.CONSENT, BankAnswer.CONFIRMED));
            assertThat(follower.round()).isEqualTo(Follower.Round.FAILED);

            said.remove(1);
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        awaitStatus(first.link(), LinkStatus.ACTIVE);
        assertThat(links.find(second.link()).orElseThrow().status()).isEqualTo(LinkStatus.WAITING_FOR_HOLDER);
    }

    @Test
    void aBankThatIsDownIsAskedAgainFromTheMark() throws Exception {
        var link = waiting();
        say(link, BankAnswer.CONFIRMED);
        down = true;
        try (var follower = follower()) {
            assertThat(follower.round()).isEqualTo(Follower.Round.FAILED);
            assertThat(follower.round()).isEqualTo(Follower.Round.FAILED);
            assertThat(links.find(link.link()).orElseThrow().status()).isEqualTo(LinkStatus.WAITING_FOR_HOLDER);
            down = false;
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
            awaitStatus(link.link(), LinkStatus.ACTIVE);
        }
        assertThat(mark()).isEqualTo(1);
    }

    @Test
    void whatTheEngineRefusesIsBroughtOnceToo() throws Exception {
        var link = waiting();
        say(link, BankAnswer.CONFIRMED);
        say(link, BankAnswer.CONFIRMED);
        try (var follower = follower()) {
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        awaitStatus(link.link(), LinkStatus.ACTIVE);
        assertThat(mark()).isEqualTo(2);
    }

    private StatementFollower follower() {
        var server = running.server();
        return new StatementFollower(
                BANK,
                "an-operators-secret",
                new StatementFollower.StatementWork(
                        server.part(SupportedBanks.class),
                        new HeardStatements(jdbc, InstantSource.system()),
                        server.part(Checkpoint.class),
                        server.part(BankNews.class),
                        Duration.ofMinutes(1),
                        InstantSource.system()));
    }

    private SupportedBank supported() {
        URI issuer = URI.create("http://127.0.0.1:" + bank.getAddress().getPort());
        return new SupportedBank(BANK, "あおなみ銀行", "Aonami Bank", "アオナミ", issuer, 3);
    }

    /** A customer at the bank, who has not come back. */
    private record Away(Customer customer, String nonce, StatementTerms terms) {}

    private Away leave() {
        Person person = Person.customer(running.server());
        var found = running.server()
                .part(People.class)
                .byHandle(new Handle(person.handle().substring(1)))
                .orElseThrow();
        var customer = new Customer(
                found.id(),
                java.util.Objects.requireNonNull(found.handle()),
                java.util.Objects.requireNonNull(found.wallet()),
                Language.JA);
        RequestId id = running.server().part(Gateway.class).newId();
        var stepUps = running.server().part(StepUps.class);
        var action = new StepUps.Action(
                customer.person(),
                "session",
                StepUps.Purpose.LINK,
                CommandHash.of(id, linking.asking(customer, "session", supported(), id)));
        var question = stepUps.ask(action);
        var owner = stepUps.answer(
                        question.id(), action, person.authenticator().get(question.options(), person.origin()))
                .orElseThrow();
        var left = (Linking.Left.ToTheBank) linking.leave(customer, "session", supported(), id, owner);
        String nonce = left.signed().sent().nonce();
        StatementTerms terms = fake.terms(nonce);
        accounts.put(terms.link(), ACCOUNTS.incrementAndGet());
        return new Away(customer, nonce, terms);
    }

    private void arrive(Away away) {
        assertThat(linking.comeBack(away.customer(), "session", away.nonce() + " MTCH " + account(away.terms())))
                .isPresent();
    }

    /** A link that waits for its holder. */
    private StatementTerms waiting() throws InterruptedException {
        Away away = leave();
        arrive(away);
        awaitStatus(away.terms().link(), LinkStatus.WAITING_FOR_HOLDER);
        return away.terms();
    }

    private long account(StatementTerms of) {
        return Objects.requireNonNull(accounts.get(of.link()));
    }

    private void say(StatementTerms of, BankAnswer answer) {
        said.add(fake.say(of, account(of), Purpose.CONSENT, answer));
    }

    private long mark() {
        return new HeardStatements(jdbc, InstantSource.system()).mark(BANK);
    }

    private List<Long> heard() {
        return jdbc.sql("select number from linking.statements_heard where bank = 2 order by number")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void awaitStatus(OperationId link, LinkStatus wanted) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!links.find(link).map(LinkState::status).equals(Optional.of(wanted))) {
            assertThat(System.nanoTime()).as("%s", links.find(link)).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String text = uri.getPath().equals("/link-keys.json")
                ? keys()
                : list(Long.parseLong(uri.getQuery().substring(6)));
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(down ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String keys() {
        PublicKey key = pen.publicKey();
        var published = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(key.x().bytes()),
                        Base64URL.encode(key.y().bytes()))
                .keyID("statement-1")
                .keyUse(new KeyUse("statement"))
                .build();
        return new JWKSet(published).toString(true);
    }

    private String list(long after) {
        asked.add(after);
        var page = new ArrayList<Map<String, Object>>();
        for (long number = after + 1; number <= Math.min(after + PAGE, said.size()); number++) {
            page.add(Map.of(
                    "number", number,
                    "at", System.currentTimeMillis(),
                    "statement", document(said.get((int) number - 1))));
        }
        return JsonMapper.shared().writeValueAsString(Map.of("statements", page));
    }

    private static Map<String, Object> document(SignedStatement statement) {
        var result = statement.result();
        var document = new HashMap<String, Object>();
        HexFormat hex = HexFormat.of();
        document.put("book", hex.toHexDigits((long) result.book().value()));
        document.put("bank", hex.toHexDigits((long) result.bank().code()));
        document.put("key", result.key());
        document.put("wallet", hex.toHexDigits(result.wallet().value()));
        document.put("person", hex(result.person().high(), result.person().low()));
        document.put("link", hex(result.link().high(), result.link().low()));
        document.put("session", hex(result.session().high(), result.session().low()));
        document.put("account", hex(result.account().high(), result.account().low()));
        document.put("nonce", hex(result.nonce().high(), result.nonce().low()));
        document.put("purpose", "consent");
        document.put("answer", result.answer().name());
        document.put("expires", result.expires());
        byte[] both = ByteBuffer.allocate(64)
                .put(statement.signature().r().bytes())
                .put(statement.signature().s().bytes())
                .array();
        document.put("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(both));
        return document;
    }

    private static String hex(long high, long low) {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static ECKey strangeKey() throws com.nimbusds.jose.JOSEException {
        return new com.nimbusds.jose.jwk.gen.ECKeyGenerator(Curve.P_256).generate();
    }
}
