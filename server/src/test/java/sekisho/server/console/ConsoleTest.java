package sekisho.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.protocol.FreezeScope;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;
import sekisho.protocol.Refused;
import sekisho.protocol.TopUpCommand;
import sekisho.server.demo.DemoDoors;
import sekisho.server.engine.ServerClients;
import sekisho.server.history.BankStates;
import sekisho.server.history.Holders;
import sekisho.server.json.Forms;
import sekisho.server.projection.Positions;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient;

/** The console over HTTP. Its host is 127.0.0.1 here, the wallet's is localhost: two origins, as a browser sees it. */
final class ConsoleTest {
    private static final AtomicInteger COUNT = new AtomicInteger(100);

    @TempDir
    private static Path home;

    private static RunningServer running;

    @BeforeAll
    static void start() {
        running = RunningServer.start(
                home, settings -> settings.withDemo(true).withMore(Map.of("sekisho.console.host", "127.0.0.1")));
        var staff = running.server().part(Staff.class);
        staff.add("saeki", "佐伯 駿", "Shun Saeki", Role.OPERATOR);
        staff.add("mori", "森 光", "Hikaru Mori", Role.OPERATOR);
        staff.add("kitagawa", "北川 亜季", "Aki Kitagawa", Role.SUPERVISOR);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/sign-in", "/sign-up", "/post-box", "/v1/banks", "/actuator/health", "/demo"})
    void nothingElseIsAtTheConsolesHost(String path) {
        assertThat(browser().get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/banks", "/console/sign-in", "/console/audit"})
    void theConsoleIsAtNoOtherHost(String path) {
        assertThat(new WebClient(running.server().baseUrl()).get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/banks",
                "/console/banks/0001",
                "/console/wallets",
                "/console/health",
                "/console/audit",
                "/console/passkeys"
            })
    void nobodyGetsInWithoutSigningIn(String path) {
        assertThat(browser().get(path).leadsTo()).isEqualTo("/console/sign-in");
    }

    @Test
    void aCustomersSessionIsWorthNothingHere() {
        Person customer = Person.customer(running.server());
        var web = browser();
        web.plant("sekisho-console", customer.web().cookie("sekisho-session"));
        assertThat(web.get("/console/banks").status()).isEqualTo(403);
        assertThat(web.get("/console/wallets").status()).isEqualTo(403);
    }

    @Test
    void theCookieIsForThisSiteAndNoScript() {
        String cookie = browser().get("/console/sign-in").header("Set-Cookie");
        assertThat(cookie).contains("sekisho-console=", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void aDoorOfTheDemoOpensOnceAndAtItsHostOnly() {
        URI door = running.server().part(DemoDoors.class).member("saeki");
        var wallet = new WebClient(running.server().baseUrl());
        assertThat(wallet.get(door.getPath()).status()).isEqualTo(410);
        var web = browser();
        var page = web.get(door.getPath());
        assertThat(page.status()).isEqualTo(200);
        assertThat(web.post(page, door.getPath(), Map.of()).leadsTo()).isEqualTo("/console");
        assertThat(browser().get(door.getPath()).status()).isEqualTo(410);
    }

    @Test
    void aDoorOpensForThisMachineOnly() {
        URI door = running.server().part(DemoDoors.class).member("saeki");
        var web = browser();
        var request = web.request(door.getPath())
                .header("X-Forwarded-For", "192.0.2.1")
                .GET();
        assertThat(web.send(door.getPath(), request).status()).isEqualTo(404);
    }

    @Test
    void aPasskeyThatStaysOnItsDeviceLetsItsOwnerIn() {
        var web = signedIn("mori");
        var page = web.get("/console/passkeys");
        var device = new SoftAuthenticator();
        String made = device.create(page.options(), origin());
        assertThat(web.post(page, "/console/passkeys", Map.of("credential", made))
                        .leadsTo())
                .isEqualTo("/console/passkeys");
        var other = browser();
        var door = other.get("/console/sign-in");
        String answer = device.get(door.options(), origin());
        assertThat(other.post(door, "/console/sign-in", Map.of("credential", answer))
                        .leadsTo())
                .isEqualTo("/console/banks");
        assertThat(other.get("/console/banks").html()).contains("Hikaru Mori");
    }

    @Test
    void aPasskeyThatCanBeCopiedIsRefused() {
        var web = signedIn("mori");
        var page = web.get("/console/passkeys");
        String made = SoftAuthenticator.copiable().create(page.options(), origin());
        assertThat(web.post(page, "/console/passkeys", Map.of("credential", made))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPasskeyOfTheWalletIsNoneOfTheConsole() {
        Person customer = Person.customer(running.server());
        var web = browser();
        var door = web.get("/console/sign-in");
        String answer = customer.authenticator().get(door.options(), origin());
        assertThat(web.post(door, "/console/sign-in", Map.of("credential", answer))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aFormOfAnotherSiteClosesNothing() {
        String bank = bank();
        var web = signedIn("saeki");
        var page = web.get("/console/banks/" + bank);
        var forged = web.postBare(
                "/console/banks/" + bank + "/close",
                Map.of("request", page.value("request"), "operation", "LINKS", "reason", "OUTAGE", "note", ""));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(state(bank).links().open()).isTrue();
    }

    @Test
    void onePersonClosesASwitchAtOnceAndItIsKeptWhoDidItAndWhy() {
        String bank = bank();
        Person customer = Person.customer(running.server());
        var command = new LinkCommand.Request(customer.wallet(), Forms.BANK.parse(bank));
        var gateway = running.server().part(Gateway.class);
        assertThat(outcome(gateway.submitDry(command))).isNotInstanceOf(Refused.class);

        var web = signedIn("saeki");
        var page = web.get("/console/banks/" + bank);
        var fields = Map.of(
                "request", page.value("request"),
                "operation", "LINKS",
                "reason", "FRAUD_SUSPECTED",
                "note", "three from one device");
        var done = web.post(page, "/console/banks/" + bank + "/close", fields);
        assertThat(done.leadsTo()).startsWith("/console/banks/" + bank + "?done=");
        assertThat(web.get(done.leadsTo()).html()).contains("In effect.", "three from one device");

        assertThat(outcome(gateway.submitDry(command))).isInstanceOf(Refused.class);
        assertThat(state(bank).links().open()).isFalse();
        assertThat(state(bank).links().reason()).isEqualTo(Reason.FRAUD_SUSPECTED.code());
        assertThat(state(bank).topUps().open()).isTrue();

        assertThat(web.post(page, "/console/banks/" + bank + "/close", fields).leadsTo())
                .isEqualTo(done.leadsTo());
        var kept = running.server().part(Actions.class).about(bank, 10);
        assertThat(kept).singleElement().satisfies(action -> {
            assertThat(action.kind()).isEqualTo(ActionKind.CLOSE_LINKS);
            assertThat(action.memberEn()).isEqualTo("Shun Saeki");
            assertThat(action.reason()).isEqualTo("FRAUD_SUSPECTED");
            assertThat(action.note()).isEqualTo("three from one device");
            assertThat(action.ended()).isEqualTo("DONE");
            assertThat(action.took()).isPositive();
            assertThat(action.position()).isEqualTo(state(bank).links().position());
        });
    }

    @Test
    void whatWasInFlightIsFollowedToItsEnd() {
        String bank = bank();
        Person customer = Person.customer(running.server());
        var link = customer.link(Forms.BANK.parse(bank));
        var gateway = running.server().part(Gateway.class);
        var started = new ArrayList<OperationId>();
        for (int i = 0; i < 3; i++) {
            var id = gateway.newId();
            accepted(gateway.submit(id, new TopUpCommand.Start(customer.wallet(), link, Money.yen(1_000))));
            started.add(OperationId.of(ServerClients.SERVER, id, 0));
        }
        accepted(gateway.submit(new InstructionCommand.Claim(started.getFirst(), 60_000)));

        var web = signedIn("saeki");
        var page = web.get("/console/banks/" + bank);
        var done = web.post(
                page,
                "/console/banks/" + bank + "/close",
                Map.of(
                        "request", page.value("request"),
                        "operation", "TOP_UPS,CASH_OUTS",
                        "reason", "OUTAGE",
                        "note", ""));
        projected(gateway.submit(new InstructionCommand.Claim(started.getLast(), 60_000)));
        assertThat(web.get(done.leadsTo()).html())
                .contains("3 in all: 0 booked, 0 refused by the bank, 2 withdrawn, 1 still open.", "data-follows");
        projected(gateway.submit(new InstructionCommand.Settled(started.getFirst(), 1)));
        assertThat(web.get(done.leadsTo()).html())
                .contains("3 in all: 1 booked, 0 refused by the bank, 2 withdrawn, 0 still open.")
                .doesNotContain("data-follows");
    }

    private static void accepted(Submission submission) {
        assertThat(outcome(submission)).isNotInstanceOf(Refused.class);
        projected(submission);
    }

    private static void projected(Submission submission) {
        if (submission instanceof Submission.Answered answered) {
            running.server().part(Positions.class).await(answered.position(), java.time.Duration.ofSeconds(5));
        }
    }

    @Test
    void aClosingNeedsASwitchAndAReason() {
        String bank = bank();
        var web = signedIn("saeki");
        var page = web.get("/console/banks/" + bank);
        var bare = web.post(
                page,
                "/console/banks/" + bank + "/close",
                Map.of("request", page.value("request"), "reason", "", "note", ""));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.html()).contains("Choose at least one.", "Choose a reason");
        assertThat(running.server().part(Actions.class).about(bank, 1)).isEmpty();
    }

    @Test
    void aSwitchIsOpenedAgainByTwoPeople() {
        String bank = bank();
        var first = signedIn("saeki");
        close(first, bank, "TOP_UPS");
        var page = first.get("/console/banks/" + bank);
        first.post(
                page, "/console/banks/" + bank + "/reopen", Map.of("operation", "TOP_UPS", "note", "the bank is well"));
        assertThat(state(bank).topUps().open()).isFalse();

        String reopening = running.server().part(Reopenings.class).waiting().stream()
                .filter(asked -> asked.bank().equals(Forms.BANK.parse(bank)))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        var own = first.post(
                page,
                "/console/banks/" + bank + "/confirm",
                Map.of("reopening", reopening, "request", page.value("request")));
        assertThat(own.status()).isEqualTo(409);
        assertThat(state(bank).topUps().open()).isFalse();

        var second = signedIn("mori");
        var shown = second.get("/console/banks/" + bank);
        assertThat(second.post(
                                shown,
                                "/console/banks/" + bank + "/confirm",
                                Map.of("reopening", reopening, "request", shown.value("request")))
                        .leadsTo())
                .contains("?done=");
        assertThat(state(bank).topUps().open()).isTrue();
    }

    @Test
    void anOperatorFreezesAWalletAndOnlyASupervisorUnfreezesIt() {
        Person customer = Person.customer(running.server());
        String wallet = Forms.WALLET.write().apply(customer.wallet());
        var operator = signedIn("saeki");
        assertThat(operator.get("/console/wallets?query=" + customer.handle()).leadsTo())
                .isEqualTo("/console/wallets/" + wallet);
        change(operator, wallet, "freeze");
        assertThat(frozen(customer)).isEqualTo(FreezeScope.ALL);

        var refused = change(operator, wallet, "unfreeze");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(frozen(customer)).isEqualTo(FreezeScope.ALL);

        change(signedIn("kitagawa"), wallet, "unfreeze");
        assertThat(frozen(customer)).isEqualTo(FreezeScope.NONE);
    }

    @Test
    void aWalletIsShownWithoutItsOwnersNameAndLookingIsKept() {
        Person customer = Person.customer(running.server());
        String wallet = Forms.WALLET.write().apply(customer.wallet());
        var page = signedIn("saeki").get("/console/wallets/" + wallet);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("北＊＊").doesNotContain("北川 葵").doesNotContain(customer.mail());
        assertThat(running.server().part(Actions.class).about(wallet, 1))
                .singleElement()
                .satisfies(action -> assertThat(action.kind()).isEqualTo(ActionKind.LOOK_AT_WALLET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/wallets/0000000000000001",
                "/console/wallets?query=nobody-here",
                "/console/banks/9998",
                "/console/banks/x",
                "/console/nothing"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(signedIn("saeki").get(path).status()).isEqualTo(404);
    }

    @Test
    void whoHasLeftIsOutAtOnce() {
        var staff = running.server().part(Staff.class);
        staff.add("leaver", "去 人", "Some Leaver", Role.SUPERVISOR);
        var web = signedIn("leaver");
        assertThat(web.get("/console/banks").status()).isEqualTo(200);
        staff.leave(staff.byWord("leaver").orElseThrow().id());
        assertThat(web.get("/console/banks").leadsTo()).isEqualTo("/console/sign-in");
    }

    @Test
    void everyPageIsShownInBothLanguages() {
        String bank = bank();
        var web = signedIn("kitagawa");
        close(web, bank, "CASH_OUTS");
        for (String language : new String[] {"ja", "en"}) {
            web.plant("sekisho-language", language);
            for (String path : new String[] {
                "/console/banks",
                "/console/banks?show=closed",
                "/console/banks/" + bank,
                "/console/wallets",
                "/console/health",
                "/console/approvals",
                "/console/banks/" + bank + "/description",
                "/console/audit",
                "/console/passkeys"
            }) {
                var page = web.get(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.html()).as(path).contains("lang=\"" + language + "\"");
                assertThat(page.header("Content-Security-Policy")).as(path).doesNotContain("unsafe");
            }
        }
    }

    private static WebClient browser() {
        return new WebClient(URI.create(origin()));
    }

    private static String origin() {
        return "http://127.0.0.1:" + running.server().baseUrl().getPort();
    }

    private static WebClient signedIn(String word) {
        var web = browser();
        String door = running.server().part(DemoDoors.class).member(word).getPath();
        assertThat(web.post(web.get(door), door, Map.of()).leadsTo()).isEqualTo("/console");
        return web;
    }

    private static void close(WebClient web, String bank, String operation) {
        var page = web.get("/console/banks/" + bank);
        web.post(
                page,
                "/console/banks/" + bank + "/close",
                Map.of("request", page.value("request"), "operation", operation, "reason", "OUTAGE", "note", ""));
        assertThat(running.server().part(Actions.class).about(bank, 1)).isNotEmpty();
    }

    private static WebClient.Shown change(WebClient web, String wallet, String how) {
        var page = web.get("/console/wallets/" + wallet);
        return web.post(
                page,
                "/console/wallets/" + wallet + "/" + how,
                Map.of("request", page.value("request"), "reason", "WALLET_FRAUD", "note", "seen"));
    }

    /** A bank of the test's own. */
    private static String bank() {
        var bank = new BankId(COUNT.incrementAndGet());
        if (running.server().part(Gateway.class).submit(new BankCommand.Register(bank))
                instanceof Submission.Answered answered) {
            running.server().part(Positions.class).await(answered.position(), java.time.Duration.ofSeconds(5));
        }
        return Forms.BANK.write().apply(bank);
    }

    private static sekisho.server.history.BankState state(String bank) {
        return running.server()
                .part(BankStates.class)
                .find(Forms.BANK.parse(bank))
                .orElseThrow();
    }

    private static FreezeScope frozen(Person customer) {
        return running.server()
                .part(Holders.class)
                .wallet(customer.wallet())
                .orElseThrow()
                .frozen();
    }

    private static Object outcome(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Answered.class);
        return ((Submission.Answered) submission).answer().outcome();
    }
}
