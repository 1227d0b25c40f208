package sekisho.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.pages.Language;
import sekisho.server.people.Contacts.Contact;
import sekisho.server.testing.RunningServer;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/** Letters leave by the senders that are configured: again and again, never twice in the log, and not kept afterwards. */
final class SendersTest {
    private static final String SECRET = "hV3kX9qLw2ZpT7rB";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A text message as the gateway got it. */
    private record Posted(String body, String authorization, String key) {}

    private static final List<Posted> POSTED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger STATUS = new AtomicInteger(202);

    @TempDir
    private static Path folder;

    private static MailHost mails;
    private static HttpServer gateway;
    private static RunningServer running;

    @BeforeAll
    static void start() throws IOException {
        mails = new MailHost();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/messages", exchange -> {
            POSTED.add(new Posted(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            exchange.sendResponseHeaders(STATUS.get(), -1);
            exchange.close();
        });
        gateway.start();
        running = RunningServer.start(
                folder,
                settings -> settings.withMore(Map.of(
                        "sekisho.mail.host",
                        "localhost",
                        "sekisho.mail.port",
                        Integer.toString(mails.port()),
                        "sekisho.mail.from",
                        "sekisho@wallet.example",
                        "sekisho.sms.address",
                        "http://localhost:" + gateway.getAddress().getPort() + "/messages",
                        "sekisho.sms.token",
                        SECRET,
                        "sekisho.sms.sender",
                        "SEKISHO")));
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
        gateway.stop(0);
        mails.close();
    }

    @Test
    void aMailArrivesAsItWasWrittenAndIsNotKept() {
        Contact contact = contact(Kind.MAIL, "minori" + COUNT.incrementAndGet() + "@mail.example");
        letters().code(contact, Language.EN, "123456");
        await(() -> sent(contact));
        String mail = mailTo(address(contact));
        assertThat(mail)
                .contains("From: sekisho@wallet.example")
                .contains("Subject: Your Sekisho number")
                .contains("Auto-Submitted: auto-generated")
                .contains("Your number is 123456");
        assertThat(kept(contact)).isEmpty();
    }

    @Test
    void aMailInJapaneseArrivesWhole() {
        Contact contact = contact(Kind.MAIL, "aoi" + COUNT.incrementAndGet() + "@mail.example");
        letters().write(contact, Language.JA, "frozen");
        await(() -> sent(contact));
        assertThat(mailTo(address(contact))).contains("charset=UTF-8").contains("Subject: =?UTF-8?");
    }

    @Test
    void aMailIsHandedOverAgainUntilItIsTaken() {
        mails.beBusy(1);
        Contact contact = contact(Kind.MAIL, "later" + COUNT.incrementAndGet() + "@mail.example");
        letters().write(contact, Language.EN, "frozen");
        await(() -> sent(contact));
        assertThat(tries(contact)).isEqualTo(2);
    }

    @Test
    void anAddressThatDoesNotExistIsGivenUpAtOnce() {
        Contact contact = contact(Kind.MAIL, "nobody" + COUNT.incrementAndGet() + "@mail.example");
        letters().write(contact, Language.EN, "frozen");
        await(() -> failed(contact));
        assertThat(tries(contact)).isEqualTo(1);
        assertThat(kept(contact)).isEmpty();
    }

    @Test
    void aTextMessageIsPostedWithTheSecretAndItsId() {
        Contact contact = contact(Kind.PHONE, "+81900000" + (1000 + COUNT.incrementAndGet()));
        letters().code(contact, Language.EN, "654321");
        await(() -> sent(contact));
        Posted posted = postedTo(address(contact)).getFirst();
        assertThat(posted.body()).contains("your number is 654321").contains("\"from\":\"SEKISHO\"");
        assertThat(posted.authorization()).isEqualTo("Bearer " + SECRET);
        assertThat(posted.key()).isNotEmpty();
    }

    @Test
    void aGatewayThatIsBusyIsAskedAgainUnderTheSameId() {
        STATUS.set(503);
        Contact contact = contact(Kind.PHONE, "+81900000" + (1000 + COUNT.incrementAndGet()));
        letters().write(contact, Language.EN, "frozen");
        await(() -> !postedTo(address(contact)).isEmpty());
        STATUS.set(202);
        await(() -> sent(contact));
        assertThat(postedTo(address(contact)).stream().map(Posted::key).distinct())
                .hasSize(1);
    }

    @Test
    void aMessageThatTheGatewayRefusesIsGivenUp() {
        STATUS.set(422);
        Contact contact = contact(Kind.PHONE, "+81900000" + (1000 + COUNT.incrementAndGet()));
        letters().write(contact, Language.EN, "frozen");
        await(() -> failed(contact));
        STATUS.set(202);
        assertThat(postedTo(address(contact))).hasSize(1);
    }

    @Test
    void aCodeThatHasExpiredIsNotSent() {
        Contact contact = contact(Kind.MAIL, "late" + COUNT.incrementAndGet() + "@mail.example");
        jdbc().sql("""
                        insert into notice.letters (id, channel, recipient, subject, body, made_at, until_at)
                        values (gen_random_uuid(), 'mail', :to, 'old', 'old', now() - interval '11 minutes', now() - interval '1 minute')
                        """).param("to", contact.token().value()).update();
        await(() -> failed(contact));
        assertThat(tries(contact)).isZero();
        assertThat(kept(contact)).isEmpty();
    }

    @Test
    void pausesGrowAndEnd() {
        assertThat(Postman.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Postman.pauseAfter(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Postman.pauseAfter(1000)).isEqualTo(Duration.ofSeconds(1024));
    }

    @Test
    void withoutThePostBoxNobodyReadsWhatWasSent() {
        assertThat(new sekisho.server.testing.WebClient(running.server().baseUrl())
                        .get("/post-box")
                        .status())
                .isEqualTo(404);
    }

    private static Contact contact(Kind kind, String address) {
        Vault vault = running.server().part(Vault.class);
        return new Contact(
                java.util.UUID.randomUUID(), kind, vault.token(kind, address), Instant.EPOCH, null, null, null);
    }

    private static String address(Contact contact) {
        return running.server().part(Vault.class).value(contact.token()).orElseThrow();
    }

    private static Letters letters() {
        return running.server().part(Letters.class);
    }

    private static JdbcClient jdbc() {
        return running.server().part(JdbcClient.class);
    }

    private static String mailTo(String address) {
        return mails.mails().stream()
                .filter(mail -> mail.contains("To: " + address))
                .findFirst()
                .orElse("");
    }

    private static List<Posted> postedTo(String number) {
        return POSTED.stream()
                .filter(posted -> posted.body().contains("\"" + number + "\""))
                .toList();
    }

    private static boolean sent(Contact contact) {
        return count(contact, "sent_at is not null") == 1;
    }

    private static boolean failed(Contact contact) {
        return count(contact, "failed_at is not null") == 1;
    }

    private static int count(Contact contact, String which) {
        return jdbc().sql("select count(*) from notice.letters where recipient = :to and " + which)
                .param("to", contact.token().value())
                .query(Integer.class)
                .single();
    }

    private static int tries(Contact contact) {
        return jdbc().sql("select tries from notice.letters where recipient = :to")
                .param("to", contact.token().value())
                .query(Integer.class)
                .single();
    }

    private static String kept(Contact contact) {
        return jdbc().sql("select subject || body from notice.letters where recipient = :to")
                .param("to", contact.token().value())
                .query(String.class)
                .single();
    }

    private static void await(BooleanSupplier done) {
        Instant until = Instant.now().plusSeconds(30);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("not done in time");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
