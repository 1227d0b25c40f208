package sekisho.server.wallet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.WebClient.Shown;

/** A passkey more and one less: the first answers, everybody is told, the last one stays. */
@ExtendWith(SharedServer.class)
final class PasskeyPagesTest {
    private static final String NEW = "/settings/passkeys/new";
    private static final String MAKE = "/settings/passkeys/make";
    private static final String REMOVE = "/settings/passkeys/remove";
    private static final String DEVICES = "/settings/devices";

    private final RunningServer running;
    private final Person person;

    PasskeyPagesTest(RunningServer running) {
        this.running = running;
        this.person = Person.customer(running.server());
    }

    @Test
    void aSecondPasskeyIsAddedAfterTheFirstHasAnswered() {
        var second = SoftAuthenticator.copiable();
        assertThat(add(second, "Blue security key").leadsTo()).isEqualTo(DEVICES);
        String devices = person.web().get(DEVICES).html();
        assertThat(devices)
                .contains("Blue security key")
                .contains("Stays on its device")
                .contains("Can be synced");
        var other = new WebClient(running.server().baseUrl());
        var page = other.get("/sign-in");
        assertThat(other.post(page, "/sign-in", Map.of("credential", second.get(page.options(), person.origin())))
                        .leadsTo())
                .isEqualTo("/home");
    }

    @Test
    void withoutTheAnswerOfOneThatIsThereNoneIsMade() {
        assertThat(person.web().get(MAKE).leadsTo()).isEqualTo(NEW);
        Shown page = person.web().get(NEW);
        var stranger = new SoftAuthenticator();
        String refused = stranger.get(page.options(), person.origin());
        assertThat(person.web().post(page, NEW, answer(page, refused)).status()).isEqualTo(422);
        String options =
                new WebClient(running.server().baseUrl()).get("/sign-up").options();
        String made = stranger.create(options, person.origin());
        assertThat(person.web()
                        .post(page, MAKE, Map.of("name", "mine", "credential", made))
                        .leadsTo())
                .isEqualTo(NEW);
        assertThat(person.web().get(DEVICES).html()).doesNotContain("mine");
    }

    @Test
    void anAnswerForAnotherActionIsNone() {
        Shown close = person.web().get("/settings/close");
        Shown page = person.web().get(NEW);
        String credential = person.authenticator().get(close.options(), person.origin());
        assertThat(person.web()
                        .post(page, NEW, Map.of("stepUp", close.value("stepUp"), "credential", credential))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everyContactIsToldOfAPasskey() {
        add(new SoftAuthenticator(), "Told of");
        assertThat(person.web().get("/inbox").html()).contains("A passkey was added (Told of)");
        String box = new WebClient(running.server().baseUrl()).get("/post-box").html();
        assertThat(box.substring(box.indexOf(person.mail()))).contains("A passkey was added to your wallet");
    }

    @Test
    void aPasskeyWithoutANameIsRefusedBesideTheField() {
        Shown refused = add(new SoftAuthenticator(), "  ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("id=\"e-name\"");
    }

    @Test
    void removingEndsAllOtherSessions() {
        add(new SoftAuthenticator(), "Second");
        WebClient elsewhere = person.signIn();
        Shown page = person.web().get(removing("Second"));
        assertThat(person.web().post(page, REMOVE, removal(page)).leadsTo()).isEqualTo(DEVICES);
        assertThat(elsewhere.get("/home").leadsTo()).isEqualTo("/sign-in");
        assertThat(person.web().get("/inbox").html()).contains("A passkey was removed (Second)");
    }

    @Test
    void theLastPasskeyStays() {
        add(new SoftAuthenticator(), "Second");
        Shown first = person.web().get(firstRemoving());
        Shown second = person.web().get(removing("Second"));
        assertThat(person.web().post(second, REMOVE, removal(second)).leadsTo()).isEqualTo(DEVICES);
        // The form of a page that was opened when there were two.
        Shown refused = person.web().post(first, REMOVE, removal(first));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("This is your only passkey");
        assertThat(person.signIn().get("/home").status()).isEqualTo(200);
    }

    @Test
    void somebodyElsesPasskeyIsNotThere() {
        Person other = Person.customer(running.server());
        add(new SoftAuthenticator(), "Second");
        assertThat(other.web().get(removing("Second")).status()).isEqualTo(404);
    }

    private Shown add(SoftAuthenticator authenticator, String name) {
        Shown page = person.web().get(NEW);
        String answered = person.authenticator().get(page.options(), person.origin());
        assertThat(person.web().post(page, NEW, answer(page, answered)).leadsTo())
                .isEqualTo(MAKE);
        Shown make = person.web().get(MAKE);
        String credential = authenticator.create(make.options(), person.origin());
        return person.web().post(make, MAKE, Map.of("name", name, "credential", credential));
    }

    private Map<String, String> removal(Shown page) {
        return Map.of(
                "passkey", page.value("passkey"),
                "request", page.value("request"),
                "stepUp", page.value("stepUp"),
                "credential", person.authenticator().get(page.options(), person.origin()));
    }

    private static Map<String, String> answer(Shown page, String credential) {
        return Map.of("stepUp", page.value("stepUp"), "credential", credential);
    }

    private String firstRemoving() {
        return link(person.web().get(DEVICES).html());
    }

    private String removing(String name) {
        String html = person.web().get(DEVICES).html();
        return link(html.substring(html.indexOf(name)));
    }

    private static String link(String html) {
        return html.replaceAll("(?s).*?(" + REMOVE + "\\?passkey=[^\"]*)\".*", "$1");
    }
}
