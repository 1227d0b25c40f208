package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.AccountToken;
import sekisho.banksimulator.BankSimulator;
import sekisho.banksimulator.SimulatorSettings;
import sekisho.banksimulator.banks.BankDefinition;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.profile.FictionalBanks;
import sekisho.banksimulator.profile.Named;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refused;
import sekisho.protocol.TopUpCommand;
import sekisho.server.banking.BankApiKeys;
import sekisho.server.banking.StoredLinkedAccounts;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.Instructions;
import sekisho.server.history.Links;
import sekisho.server.projection.Positions;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

/** What a customer ends here is ended at the bank, once, and a bank that is down keeps nobody from ending it. */
@ExtendWith(SharedServer.class)
final class EndingTellerTest {
    private static final String API_KEY = "an-operators-secret";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final BankId BANK = new BankId(803);

    private final RunningServer running;
    private final Gateway gateway;
    private final JdbcClient jdbc;
    private final Person person;
    private final BankSimulator simulator;

    EndingTellerTest(RunningServer running) {
        this.running = running;
        this.gateway = running.server().part(Gateway.class);
        this.jdbc = running.server().part(JdbcClient.class);
        this.person = Person.customer(running.server());
        var operator = new Operator("sekisho", API_KEY)
                .withRedirect(Operator.Redirect.of(URI.create("http://127.0.0.1:9"), new Named("Sekisho", "Sekisho")));
        this.simulator = BankSimulator.start(SimulatorSettings.of(
                "the-directors-secret",
                List.of(operator),
                FictionalBanks.all().stream()
                        .filter(bank -> bank.code().equals("0803"))
                        .map(BankDefinition::of)
                        .toList()));
    }

    @BeforeEach
    void know() {
        jdbc.sql("delete from linking.endings where bank = 803").update();
        jdbc.sql("delete from linking.ended_mandates where bank = 803").update();
        gateway.submit(new BankCommand.Register(BANK));
        know(simulator.address("0803"));
    }

    @AfterEach
    void stop() {
        simulator.close();
        jdbc.sql("delete from linking.banks where code = 803").update();
    }

    @Test
    void aLinkThatItsOwnerEndsHasItsMandateEndedAtTheBankOnce() {
        AccountToken mandate = mandate();
        OperationId link = link(mandate);
        end(link);
        assertThat(person.web().get("/links/" + path(link)).html()).contains("is being told");
        try (var tellers = tellers()) {
            tellers.start();
            tellers.wake(BANK);
            await(() -> state(link).equals(Optional.of(Endings.State.TOLD)));
        }
        assertThat(ended(mandate)).isEqualTo(EndedBy.OPERATOR);
        assertThat(person.web().get("/links/" + path(link)).html())
                .contains("has ended the mandate too")
                .doesNotContain("ended the mandate for this account");
        try (var teller = teller()) {
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
        }
        // The bank's list of ended mandates has it too; that is no news to anybody.
        try (var follower = new MandateFollower(BANK, API_KEY, mandates())) {
            assertThat(follower.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(jdbc.sql("select state from linking.ended_mandates where bank = 803")
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED_BEFORE");
        assertThat(person.web().get("/links/" + path(link)).html())
                .doesNotContain("ended the mandate for this account");
    }

    @Test
    void aBankThatIsDownKeepsNobodyFromEndingItAndHearsOfItLater() throws Exception {
        AccountToken mandate = mandate();
        OperationId link = link(mandate);
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            know(URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/banks/0803"));
        }
        end(link);
        assertThat(links().find(link).orElseThrow().status()).isEqualTo(LinkStatus.CLOSED);
        try (var teller = teller()) {
            for (int i = 0; i < 3; i++) {
                assertThat(teller.round()).isEqualTo(Follower.Round.FAILED);
            }
            assertThat(state(link)).contains(Endings.State.NOTED);
            know(simulator.address("0803"));
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(state(link)).contains(Endings.State.TOLD);
        assertThat(ended(mandate)).isEqualTo(EndedBy.OPERATOR);
    }

    @Test
    void whatIsOnItsWayUnderTheMandateComesToItsEndFirst() {
        AccountToken mandate = mandate();
        OperationId link = link(mandate);
        var id = gateway.newId();
        answered(gateway.submit(id, new TopUpCommand.Start(person.wallet(), link, Money.yen(1_000))));
        OperationId instruction = OperationId.of(ServerClients.SERVER, id, 0);
        answered(gateway.submit(new InstructionCommand.Claim(instruction, 60_000)));
        end(link);
        try (var teller = teller()) {
            assertThat(teller.round()).isEqualTo(Follower.Round.WAITING);
            assertThat(simulator
                            .bank("0803")
                            .books()
                            .mandate(mandate.hex())
                            .orElseThrow()
                            .end())
                    .isNull();
            answered(gateway.submit(new InstructionCommand.Settled(instruction, 1)));
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(ended(mandate)).isEqualTo(EndedBy.OPERATOR);
    }

    @Test
    void aMandateThatAnotherLinkHasStays() {
        AccountToken mandate = mandate();
        OperationId first = link(mandate);
        OperationId second = link(mandate);
        end(first);
        try (var teller = teller()) {
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
            assertThat(state(first)).contains(Endings.State.SHARED);
            end(second);
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
            assertThat(state(second)).contains(Endings.State.TOLD);
        }
    }

    @Test
    void whatTheBankDoesNotKnowOrEndedItselfIsNotAskedForAgain() {
        OperationId strange = link(new AccountToken(ThreadLocalRandom.current().nextLong(), 1));
        AccountToken mandate = mandate();
        OperationId own = link(mandate);
        assertThat(simulator.bank("0803").books().endMandate(mandate.hex(), EndedBy.CUSTOMER))
                .isPresent();
        end(strange);
        end(own);
        try (var follower = new MandateFollower(BANK, API_KEY, mandates());
                var teller = teller()) {
            follower.round();
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
        }
        assertThat(state(strange)).contains(Endings.State.UNKNOWN_THERE);
        assertThat(ended(mandate)).isEqualTo(EndedBy.CUSTOMER);
    }

    @Test
    void aLinkWithoutAMandateWaitsADayForOneThatComesLate() {
        OperationId link = requested();
        answered(gateway.submit(new LinkCommand.Close(person.wallet(), link, 1)));
        await(() -> state(link).isPresent());
        try (var teller = teller()) {
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
            assertThat(state(link)).contains(Endings.State.NOTED);
            AccountToken late = mandate();
            running.server().part(StoredLinkedAccounts.class).give(link, late);
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
            assertThat(ended(late)).isEqualTo(EndedBy.OPERATOR);

            OperationId never = requested();
            answered(gateway.submit(new LinkCommand.Close(person.wallet(), never, 1)));
            await(() -> state(never).isPresent());
            jdbc.sql("update linking.endings set noted_at = noted_at - interval '25 hours' where bank = 803")
                    .update();
            assertThat(teller.round()).isEqualTo(Follower.Round.QUIET);
            assertThat(state(never)).contains(Endings.State.NO_MANDATE);
        }
    }

    private EndingTellers tellers() {
        return new EndingTellers(new BankApiKeys(Map.of(BANK, API_KEY)), work());
    }

    private EndingTeller teller() {
        return new EndingTeller(BANK, API_KEY, work());
    }

    private EndingTeller.EndingWork work() {
        var server = running.server();
        return new EndingTeller.EndingWork(
                server.part(SupportedBanks.class),
                server.part(Endings.class),
                new EndingTeller.Known(
                        server.part(StoredLinkedAccounts.class),
                        links(),
                        server.part(Instructions.class),
                        server.part(EndedMandates.class),
                        server.part(Positions.class)),
                Duration.ofMinutes(1),
                InstantSource.system());
    }

    private MandateFollower.MandateWork mandates() {
        return new MandateFollower.MandateWork(
                running.server().part(SupportedBanks.class),
                running.server().part(EndedMandates.class),
                running.server().part(MandateCloser.class),
                new MandateMetrics(new io.micrometer.core.instrument.simple.SimpleMeterRegistry()),
                Duration.ofMinutes(1),
                InstantSource.system());
    }

    private void know(URI issuer) {
        running.server()
                .part(SupportedBanks.class)
                .put(new SupportedBank(BANK, "試し銀行", "Trial Bank", "タメシ", issuer, 3));
    }

    /** As the owner does, in the wallet; returns when it is noted that the bank has to be told. */
    private void end(OperationId link) {
        String page = "/links/" + path(link);
        var shown = person.web().get(page);
        assertThat(person.web()
                        .post(shown, page + "/end", Map.of("request", shown.value("request")))
                        .leadsTo())
                .isEqualTo("/links");
        await(() -> state(link).isPresent());
    }

    private AccountToken mandate() {
        var token = new AccountToken(
                ThreadLocalRandom.current().nextLong(),
                ThreadLocalRandom.current().nextLong());
        String account = "%032x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
        var books = simulator.bank("0803").books();
        assertThat(books.open(account, "キタガワ アオイ", "JPY", 10_000)).isTrue();
        assertThat(books.mandate(token.hex(), account, "sekisho", "r".repeat(8)))
                .isTrue();
        return token;
    }

    private EndedBy ended(AccountToken mandate) {
        Mandate known = simulator.bank("0803").books().mandate(mandate.hex()).orElseThrow();
        return java.util.Objects.requireNonNull(known.end(), "the mandate is not ended")
                .by();
    }

    private OperationId requested() {
        var id = gateway.newId();
        answered(gateway.submit(id, new LinkCommand.Request(person.wallet(), BANK)));
        return OperationId.of(ServerClients.SERVER, id, 0);
    }

    private OperationId link(AccountToken mandate) {
        OperationId link = requested();
        running.server()
                .part(KeptAccounts.class)
                .keep(link, person.id(), BANK, mandate, new KeptAccounts.Shown("本店・普通・＊＊＊＊412", "****412"));
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

    private Optional<Endings.State> state(OperationId link) {
        return running.server().part(Endings.class).state(link);
    }

    private static void await(BooleanSupplier what) {
        Instant until = Instant.now().plus(SOON);
        while (!what.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String path(OperationId link) {
        return sekisho.server.json.Forms.OPERATION.write().apply(link);
    }
}
