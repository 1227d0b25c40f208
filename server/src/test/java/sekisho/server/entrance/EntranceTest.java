package sekisho.server.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.gateway.Gateway;
import sekisho.gateway.Submission;
import sekisho.protocol.Money;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletCommand;
import sekisho.protocol.WalletId;
import sekisho.server.identity.Assurance;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient;

@ExtendWith(SharedServer.class)
final class EntranceTest {
    private final RunningServer running;

    EntranceTest(RunningServer running) {
        this.running = running;
    }

    @Test
    void aPasskeyAMailAddressEvidenceAndAHandleMakeACustomer() {
        Person person = Person.customer(running.server());
        assertThat(person.web().get("/home").status()).isEqualTo(200);
        assertThat(person.signIn().get("/home").status()).isEqualTo(200);
    }

    @Test
    void noStepCanBeLeftOut() {
        Person person = Person.newcomer(running.server());
        assertThat(person.web().get("/home").leadsTo()).isEqualTo("/welcome/mail");
        var page = person.web().get("/welcome/mail");
        var early = person.web().post(page, "/welcome/identity/card", Map.of("proof", "challenge=AA"));
        assertThat(early.leadsTo()).isEqualTo("/welcome/mail");
        assertThat(person.web()
                        .post(page, "/welcome/handle", Map.of("handle", "early"))
                        .leadsTo())
                .isEqualTo("/welcome/mail");
        person.proveMail();
        for (String path :
                new String[] {"/home", "/send", "/history", "/links", "/top-up", "/settings", "/welcome/handle"}) {
            assertThat(person.web().get(path).leadsTo()).as(path).isEqualTo("/welcome/identity");
        }
    }

    @Test
    void aCodeIsWorthNothingAfterFiveTries() {
        Person person = Person.newcomer(running.server());
        var page = person.web().get("/welcome/mail");
        String code = person.code();
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(person.web()
                            .post(page, "/welcome/mail", Map.of("code", wrong))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(person.web()
                        .post(page, "/welcome/mail", Map.of("code", code))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anUnverifiedWalletReceivesNothing() {
        Person payer = Person.customer(running.server());
        payer.fund(1_000);
        var gateway = running.server().part(Gateway.class);
        var wallet = new WalletId(System.nanoTime());
        gateway.submit(new WalletCommand.Open(wallet, Assurance.UNVERIFIED, sekisho.protocol.Currency.JPY, 0, 0));
        var answer = gateway.submit(new TransferCommand.Send(payer.wallet(), wallet, Money.yen(1), false, 0));
        assertThat(((Submission.Answered) answer).answer().outcome())
                .isEqualTo(new Refused(Refusal.OVER_BALANCE_CAP, 0));
    }

    @Test
    void anAssertionIsGoodForOneSignIn() {
        Person person = Person.customer(running.server());
        var web = new WebClient(running.server().baseUrl());
        var page = web.get("/sign-in");
        String credential = person.authenticator().get(page.options(), person.origin());
        var other = new WebClient(running.server().baseUrl());
        var otherPage = other.get("/sign-in");
        assertThat(other.post(otherPage, "/sign-in", Map.of("credential", credential))
                        .status())
                .isEqualTo(422);
        assertThat(web.post(page, "/sign-in", Map.of("credential", credential)).leadsTo())
                .isEqualTo("/home");
        var again = new WebClient(running.server().baseUrl());
        var againPage = again.get("/sign-in");
        assertThat(again.post(againPage, "/sign-in", Map.of("credential", credential))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anAssertionMadeOnAnotherSiteIsRefused() {
        Person person = Person.customer(running.server());
        var web = new WebClient(running.server().baseUrl());
        var page = web.get("/sign-in");
        String phished = person.authenticator().get(page.options(), "http://localhost.example");
        assertThat(web.post(page, "/sign-in", Map.of("credential", phished)).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"id\":\"x\"}",
                "not json",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}"
            })
    void whatIsNoAssertionIsRefused(String credential) {
        var web = new WebClient(running.server().baseUrl());
        var page = web.get("/sign-in");
        assertThat(web.post(page, "/sign-in", Map.of("credential", credential)).status())
                .isEqualTo(422);
    }

    @Test
    void aStrangersPasskeyIsRefused() {
        var web = new WebClient(running.server().baseUrl());
        var page = web.get("/sign-in");
        String credential = new SoftAuthenticator()
                .get(page.options(), running.server().baseUrl().toString());
        assertThat(web.post(page, "/sign-in", Map.of("credential", credential)).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "1abc", "sekisho", "support", "a b c", "あおい", "a_b_c", "abcdefghijklmnopqrstu"})
    void aHandleHasItsForm(String handle) {
        Person person = Person.newcomer(running.server()).proveMail().proveIdentity();
        var page = person.web().get("/welcome/handle");
        assertThat(person.web()
                        .post(page, "/welcome/handle", Map.of("handle", handle))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aHandleBelongsToOne() {
        Person first = Person.customer(running.server());
        Person second = Person.newcomer(running.server()).proveMail().proveIdentity();
        var page = second.web().get("/welcome/handle");
        assertThat(second.web()
                        .post(
                                page,
                                "/welcome/handle",
                                Map.of("handle", first.handle().toUpperCase(java.util.Locale.ROOT)))
                        .status())
                .isEqualTo(422);
    }
}
