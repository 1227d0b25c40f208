package sekisho.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.gateway.Gateway;
import sekisho.protocol.BankCommand;
import sekisho.protocol.LinkStatus;
import sekisho.server.entrance.Customer;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.Evidences;
import sekisho.server.pages.Language;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.projection.Positions;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;

@ExtendWith(SharedServer.class)
final class LinkingTest {
    private final RunningServer running;
    private final Gateway gateway;
    private final Linking linking;
    private final SupportedBank bank =
            new SupportedBank(Person.BANK, "あおなみ銀行", "Aonami Bank", "アオナミ", FakeBank.ISSUER, 3);

    LinkingTest(RunningServer running) {
        this.running = running;
        this.gateway = running.server().part(Gateway.class);
        var jdbc = running.server().part(JdbcClient.class);
        var clock = InstantSource.system();
        this.linking = new Linking(
                new FakeBank(),
                new Attempts(jdbc, clock),
                running.server().part(Evidences.class),
                gateway,
                jdbc,
                clock);
        gateway.submit(new BankCommand.Register(Person.BANK));
        running.server().part(SupportedBanks.class).put(bank);
    }

    private Customer customer() {
        Person person = Person.customer(running.server());
        var found = running.server()
                .part(People.class)
                .byHandle(new Handle(person.handle().substring(1)))
                .orElseThrow();
        return new Customer(
                found.id(),
                java.util.Objects.requireNonNull(found.handle()),
                java.util.Objects.requireNonNull(found.wallet()),
                Language.JA);
    }

    private String leave(Customer customer) {
        return linking.leave(customer, "session", bank, gateway.newId())
                .orElseThrow()
                .sent()
                .nonce();
    }

    @Test
    void aGrantedAccountIsLinkedOnceHoweverOftenTheAnswerComes() {
        Customer customer = customer();
        String nonce = leave(customer);
        var first = linking.comeBack(customer, "session", nonce + " granted").orElseThrow();
        var second = linking.comeBack(customer, "session", nonce + " granted").orElseThrow();
        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();
        assertThat(second.link()).isEqualTo(first.link());
        running.server().part(Positions.class).await(last(), java.time.Duration.ofSeconds(5));
        assertThat(running.server().part(Links.class).ofWallet(customer.wallet()))
                .extracting(LinkState::link, LinkState::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first.link(), LinkStatus.ACTIVE));
        assertThat(running.server().part(LinkedNames.class).shown(first.link(), Language.JA))
                .contains("本店・普通・＊＊＊＊412");
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "mismatch"})
    void whatIsNotGrantedIsNotLinkedAndCannotBeGrantedLater(String answer) {
        Customer customer = customer();
        String nonce = leave(customer);
        assertThat(linking.comeBack(customer, "session", nonce + " " + answer)).isEmpty();
        assertThat(linking.comeBack(customer, "session", nonce + " granted")).isEmpty();
        assertThat(running.server().part(Links.class).ofWallet(customer.wallet()))
                .isEmpty();
    }

    @Test
    void anotherBrowserAndAnotherPersonGetNothing() {
        Customer customer = customer();
        String nonce = leave(customer);
        assertThat(linking.comeBack(customer, "another session", nonce + " granted"))
                .isEmpty();
        assertThat(linking.comeBack(customer(), "session", nonce + " granted")).isEmpty();
        assertThat(linking.comeBack(customer, "session", nonce + " granted")).isPresent();
    }

    @Test
    void withoutAPasskeyNobodyIsSentToABank() {
        Person person = Person.customer(running.server());
        var page = person.web().get("/links/at/0001");
        assertThat(page.status()).isEqualTo(200);
        var refused = person.web()
                .post(
                        person.web().get("/send"),
                        "/links/at/0001",
                        Map.of(
                                "request", person.web().get("/settings/freeze").value("request"),
                                "stepUp", "00000000-0000-0000-0000-000000000000",
                                "credential", "{}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).doesNotContain("/authorize");
        assertThat(person.web().get("/links/at/9999").status()).isEqualTo(404);
        assertThat(person.web().get("/link/return?result=made.up.text").leadsTo())
                .isEqualTo("/links/refused");
        assertThat(person.web().get("/links/refused").status()).isEqualTo(200);
    }

    private long last() {
        return gateway.submitDry(new BankCommand.Register(Person.BANK))
                        instanceof sekisho.gateway.Submission.Answered answered
                ? answered.position()
                : 0;
    }
}
