package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.AccountToken;
import sekisho.bank.redirect.BankMandates;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refused;
import sekisho.server.banking.BankApiKeys;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.projection.Positions;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

/** Between simulated banks with pages, a real engine and a real database: what a bank ends is ended here, once. */
@ExtendWith(SharedServer.class)
final class EndedMandatesTest {
    private static final String API_KEY = "an-operators-secret";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final BankId BANK = new BankId(801);
    private static final BankId OTHER = new BankId(802);

    private final RunningServer running;
    private final Gateway gateway;
    private final JdbcClient jdbc;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final Person person;
    private HttpServer us;
    private BankSimulator simulator;

    EndedMandatesTest(RunningServer running) throws Exception {
        this.running = running;
        this.gateway = running.server().part(Gateway.class);
        this.jdbc = running.server().part(JdbcClient.class);
        this.person = Person.customer(running.server());
        this.us = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        us.createContext("/bank-notices", exchange -> {
            notices.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        us.start();
        var operator = new Operator("sekisho", API_KEY)
                .withRedirect(Operator.Redirect.of(issuer(), new Named("Sekisho", "Sekisho")));
        this.simulator = BankSimulator.start(SimulatorSettings.of(
                "the-directors-secret",
                List.of(operator),
                FictionalBanks.all().stream()
                        .filter(bank -> List.of("0801", "0802").contains(bank.code()))
                        .map(BankDefinition::of)
                        .toList()));
    }

    @BeforeEach
    void know() {
        jdbc.sql("delete from linking.ended_mandates").update();
        for (BankId bank : List.of(BANK, OTHER)) {
            gateway.submit(new BankCommand.Register(bank));
            know(bank, simulator.address(code(bank)));
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
        us.stop(0);
        jdbc.sql("delete from linking.banks where code in (801, 802)").update();
    }

    @Test
    void aMandateThatEndsAtTheBankClosesItsLinkAndItsOwnerIsToldOnce() {
        AccountToken mandate = mandate(BANK);
        OperationId link = link(BANK, mandate);
        try (var _ = follow(Duration.ofMillis(100), BANK, OTHER)) {
            end(BANK, mandate);
            awaitClosed(link);
            await(() -> told() == 1);
        }
        assertThat(state(BANK, 1)).isEqualTo("CLOSED");
        String page = person.web().get("/links/" + path(link)).html();
        assertThat(page).contains("ended the mandate for this account").contains("href=\"/links/choose\"");
        assertThat(person.web().get("/links").html()).contains("Ended at the bank");
        assertThat(person.web().get("/top-up").html())
                .contains("href=\"/links/choose\"")
                .doesNotContain("name=\"amount\"");
        assertThat(person.web().get("/inbox").html()).containsOnlyOnce("ended the mandate for a linked account");
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void whatEndedWhileNobodyAskedIsDoneAfterARestartAndNothingTwice() {
        AccountToken first = mandate(BANK);
        AccountToken second = mandate(BANK);
        OperationId one = link(BANK, first);
        OperationId two = link(BANK, second);
        try (var _ = follow(Duration.ofMillis(100), BANK)) {
            end(BANK, first);
            awaitClosed(one);
            await(() -> told() == 1);
        }
        end(BANK, second);
        assertThat(links().find(two).orElseThrow().status()).isEqualTo(LinkStatus.ACTIVE);
        try (var _ = follow(Duration.ofMillis(100), BANK)) {
            awaitClosed(two);
            await(() -> told() == 2);
        }
        assertThat(links().changes(one)).hasSize(3);
        assertThat(state(BANK, 1) + state(BANK, 2)).isEqualTo("CLOSEDCLOSED");
    }

    @Test
    void whoeverDiesBetweenTheEngineAndTheNoticeTellsItAfterwards() {
        AccountToken mandate = mandate(BANK);
        OperationId link = link(BANK, mandate);
        end(BANK, mandate);
        try (var follower = follower(BANK)) {
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        // As if the last statement had not been.
        jdbc.sql("update linking.ended_mandates set state = 'NOTED' where bank = 801")
                .update();
        jdbc.sql("delete from notice.inbox where person = :person")
                .param("person", person.id().value())
                .update();
        awaitClosed(link);
        try (var follower = follower(BANK)) {
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(told()).isEqualTo(1);
        assertThat(links().changes(link)).hasSize(3);
    }

    @Test
    void aBankThatIsDownOrHangsDelaysNoOther() throws Exception {
        AccountToken mandate = mandate(OTHER);
        OperationId link = link(OTHER, mandate);
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            know(BANK, URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/banks/0801"));
            try (var _ = follow(Duration.ofMillis(100), BANK, OTHER)) {
                end(OTHER, mandate);
                awaitClosed(link);
            }
        }
        AccountToken waiting = mandate(BANK);
        OperationId later = link(BANK, waiting);
        end(BANK, waiting);
        try (var follower = follower(BANK)) {
            // Nobody listens there any more.
            assertThat(follower.round()).isEqualTo(Follower.Round.FAILED);
            know(BANK, simulator.address("0801"));
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        awaitClosed(later);
        assertThat(count("asked", "answer", "none")).isPositive();
    }

    @Test
    void aMandateThatNoLinkMeansWaitsForItsLinkForADay() {
        AccountToken mandate = mandate(BANK);
        end(BANK, mandate);
        AccountToken nobodys = mandate(BANK);
        end(BANK, nobodys);
        try (var follower = follower(BANK)) {
            assertThat(follower.round()).isEqualTo(Follower.Round.WAITING);
            assertThat(state(BANK, 1)).isEqualTo("NOTED");
            OperationId link = link(BANK, mandate);
            assertThat(follower.round()).isEqualTo(Follower.Round.WAITING);
            awaitClosed(link);
            jdbc.sql("update linking.ended_mandates set noted_at = noted_at - interval '25 hours'")
                    .update();
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(state(BANK, 2)).isEqualTo("UNKNOWN");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aBankEndsNothingOfAnotherBank() {
        AccountToken mandate = mandate(BANK);
        // The same token, but the link is at the other bank.
        OperationId link = link(OTHER, mandate);
        end(BANK, mandate);
        try (var follower = follower(BANK)) {
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(state(BANK, 1)).isEqualTo("FOREIGN");
        assertThat(links().find(link).orElseThrow().status()).isEqualTo(LinkStatus.ACTIVE);
        assertThat(told()).isZero();
        assertThat(count("ended", "became", "foreign")).isEqualTo(1);
    }

    @Test
    void aLinkThatItsOwnerHadClosedIsLeftAsItIs() {
        AccountToken mandate = mandate(BANK);
        OperationId link = link(BANK, mandate);
        answered(gateway.submit(new LinkCommand.Close(person.wallet(), link, 1)));
        end(BANK, mandate);
        try (var follower = follower(BANK)) {
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(state(BANK, 1)).isEqualTo("CLOSED_BEFORE");
        assertThat(told()).isZero();
        assertThat(person.web().get("/links/" + path(link)).html()).doesNotContain("ended the mandate");
    }

    @Test
    void aNoticeIsBelievedIfItsBankSignedItForUsAndNotOtherwise() throws Exception {
        AccountToken mandate = mandate(BANK);
        try (var bank = new BankMandates(simulator.address("0801"), API_KEY)) {
            assertThat(bank.end(mandate)).isTrue();
        }
        String notice = java.util.Objects.requireNonNull(notices.poll(10, TimeUnit.SECONDS));
        try (var redirect = redirect(issuer())) {
            assertThat(redirect.readNotice(notice)).isEqualTo(new BankRedirect.Notice.Ended(BANK));
            assertThat(redirect.readNotice(tampered(notice)))
                    .isEqualTo(new BankRedirect.Notice.Refused("BAD_SIGNATURE"));
            assertThat(redirect.readNotice("no notice")).isEqualTo(new BankRedirect.Notice.Refused("UNKNOWN_BANK"));
            // Who a notice is from follows from where the bank is, and what signs it from there too.
            know(BANK, simulator.address("0802"));
            assertThat(redirect.readNotice(notice)).isEqualTo(new BankRedirect.Notice.Refused("UNKNOWN_BANK"));
        }
        know(BANK, simulator.address("0801"));
        try (var another = redirect(URI.create("http://localhost:1"))) {
            assertThat(another.readNotice(notice)).isEqualTo(new BankRedirect.Notice.Refused("WRONG_AUDIENCE"));
        }
    }

    @Test
    void withoutAWayToBanksThereAreNoNotices() {
        assertThat(person.web()
                        .post(person.web().get("/settings/freeze"), "/bank-notices", Map.of())
                        .status())
                .isEqualTo(404);
    }

    private MandateFollowers follow(Duration period, BankId... banks) {
        var keys =
                java.util.Arrays.stream(banks).collect(java.util.stream.Collectors.toMap(bank -> bank, _ -> API_KEY));
        var followers = new MandateFollowers(new BankApiKeys(keys), work(period));
        followers.start();
        return followers;
    }

    private MandateFollower follower(BankId bank) {
        return new MandateFollower(bank, API_KEY, work(Duration.ofMinutes(1)));
    }

    private MandateFollower.MandateWork work(Duration period) {
        return new MandateFollower.MandateWork(
                running.server().part(SupportedBanks.class),
                running.server().part(EndedMandates.class),
                running.server().part(MandateCloser.class),
                new MandateMetrics(meters),
                period,
                InstantSource.system());
    }

    private SignedRedirect redirect(URI issuer) throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        var banks = running.server().part(SupportedBanks.class);
        return new SignedRedirect(new SignedRedirect.Us(() -> issuer, "sekisho"), banks, key, InstantSource.system());
    }

    private void know(BankId bank, URI issuer) {
        running.server()
                .part(SupportedBanks.class)
                .put(new SupportedBank(bank, "試し銀行", "Trial Bank", "タメシ", issuer, 3));
    }

    private URI issuer() {
        return URI.create("http://127.0.0.1:" + us.getAddress().getPort());
    }

    private AccountToken mandate(BankId bank) {
        var token = new AccountToken(
                ThreadLocalRandom.current().nextLong(),
                ThreadLocalRandom.current().nextLong());
        String account = "%032x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
        var books = simulator.bank(code(bank)).books();
        assertThat(books.open(account, "キタガワ アオイ", "JPY", 10_000)).isTrue();
        assertThat(books.mandate(token.hex(), account, "sekisho", "r".repeat(8)))
                .isTrue();
        return token;
    }

    private void end(BankId bank, AccountToken mandate) {
        assertThat(simulator.bank(code(bank)).books().endMandate(mandate.hex(), EndedBy.CUSTOMER))
                .isPresent();
    }

    private OperationId link(BankId bank, AccountToken mandate) {
        var id = gateway.newId();
        answered(gateway.submit(id, new LinkCommand.Request(person.wallet(), bank)));
        OperationId link = OperationId.of(ServerClients.SERVER, id, 0);
        assertThat(running.server().part(StoredLinkedAccounts.class).give(link, mandate))
                .isTrue();
        answered(gateway.submit(new LinkCommand.Activate(person.wallet(), link, 1)));
        return link;
    }

    private void answered(Submission submission) {
        assertThat(submission).isInstanceOfSatisfying(Submission.Answered.class, answered -> {
            assertThat(answered.answer().outcome()).isNotInstanceOf(Refused.class);
            running.server().part(Positions.class).await(answered.position(), SOON);
        });
    }

    private Links links() {
        return running.server().part(Links.class);
    }

    private void awaitClosed(OperationId link) {
        await(() -> links().find(link).map(LinkState::status).equals(java.util.Optional.of(LinkStatus.CLOSED)));
    }

    private static void await(BooleanSupplier what) {
        Instant until = Instant.now().plus(SOON);
        while (!what.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private long told() {
        return jdbc.sql("select count(*) from notice.inbox where person = :person and kind = 'mandate-ended'")
                .param("person", person.id().value())
                .query(Long.class)
                .single();
    }

    private long letters() {
        return jdbc.sql("""
                        select count(*) from notice.letters where subject in (:en, :ja)
                          and recipient in (select token from people.contacts where person = :person)
                        """)
                .param("en", "A linked bank account can't be used any more")
                .param("ja", "つないでいた銀行口座が使えなくなりました")
                .param("person", person.id().value())
                .query(Long.class)
                .single();
    }

    private String state(BankId bank, long number) {
        return jdbc.sql("select state from linking.ended_mandates where bank = :bank and number = :number")
                .param("bank", bank.code())
                .param("number", number)
                .query(String.class)
                .single();
    }

    private double count(String name, String tag, String value) {
        return meters.find("sekisho.bank.mandates." + name).tag(tag, value).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static String tampered(String notice) {
        int middle = notice.lastIndexOf('.') + 10;
        char other = notice.charAt(middle) == 'A' ? 'B' : 'A';
        return notice.substring(0, middle) + other + notice.substring(middle + 1);
    }

    private static String path(OperationId link) {
        return sekisho.server.json.Forms.OPERATION.write().apply(link);
    }

    private static String code(BankId bank) {
        return "%04d".formatted(bank.code());
    }
}
