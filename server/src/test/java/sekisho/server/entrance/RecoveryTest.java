package sekisho.server.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.server.people.Contacts;
import sekisho.server.testing.EnginePasskeys;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedFoundedServer;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.WebClient.Shown;
import sekisho.server.vault.Kind;
import sekisho.server.vault.Vault;

/** Back without a passkey: a code to an old address, a card of the same person, and the wallet rests. */
@ExtendWith(SharedFoundedServer.class)
final class RecoveryTest {
    private static final String REMOVE = "/settings/passkeys/remove";
    private static final String DEVICES = "/settings/devices";

    private static RunningServer running;

    private EnginePasskeys keys;
    private Person person;
    private final SoftAuthenticator second = new SoftAuthenticator();

    @BeforeAll
    static void share(RunningServer shared) {
        running = shared;
    }

    @BeforeEach
    void somebody() {
        keys = new EnginePasskeys(running);
        person = Person.customer(running.server());
    }

    @Test
    void whoLostAllPasskeysComesBackWithACodeAndACardAndRests() {
        WebClient browser = new WebClient(running.server().baseUrl());
        WebClient elsewhere = person.signIn();
        assertThat(begin(browser, person.handle(), person.mail()).leadsTo()).isEqualTo("/recover/code");
        assertThat(code(browser, "000000").status()).isEqualTo(422);
        assertThat(browser.get("/recover/card").leadsTo()).isEqualTo("/recover/code");
        assertThat(code(browser, person.code()).leadsTo()).isEqualTo("/recover/card");
        assertThat(browser.get("/recover/passkey").leadsTo()).isEqualTo("/recover/card");

        assertThat(recover(browser, Map.of("name", "西田 環")).status()).isEqualTo(422);
        assertThat(browser.get("/recover/passkey").leadsTo()).isEqualTo("/recover/card");
        assertThat(recover(browser, Map.of()).leadsTo()).isEqualTo("/recover/passkey");
        Shown make = browser.get("/recover/passkey");
        assertThat(browser.post(
                                make,
                                "/recover/passkey",
                                Map.of("credential", second.create(make.options(), person.origin())))
                        .leadsTo())
                .isEqualTo(DEVICES);
        assertThat(browser.get(DEVICES).html()).contains("no account can be linked from this wallet");
        assertThat(keys.known(person))
                .contains(EnginePasskeys.name(keys.newest(person)))
                .hasSize(2);
        assertThat(keys.rests(person)).isGreaterThan(System.currentTimeMillis());
        assertThat(elsewhere.get("/home").leadsTo()).isEqualTo("/sign-in");
        assertThat(browser.get("/inbox").html()).contains("A new passkey was made with a code and your card");

        Shown page = browser.get(EnginePasskeys.removing(keys.oldest(person)));
        assertThat(browser.post(page, REMOVE, EnginePasskeys.removal(person, page, second))
                        .leadsTo())
                .isEqualTo(DEVICES);
        assertThat(keys.known(person)).containsExactly(EnginePasskeys.name(keys.newest(person)));
    }

    @Test
    void whoIsNotKnownSeesTheSamePages() {
        WebClient browser = new WebClient(running.server().baseUrl());
        begin(browser, person.handle(), person.mail());
        String wrong = words(code(browser, "000000"));
        for (List<String> who :
                List.of(List.of("@nobody-at-all", person.mail()), List.of(person.handle(), "somebody@else.example"))) {
            int letters = letters();
            assertThat(begin(browser, who.get(0), who.get(1)).leadsTo()).isEqualTo("/recover/code");
            assertThat(words(code(browser, "123456"))).isEqualTo(wrong);
            assertThat(letters()).isEqualTo(letters);
        }
        assertThat(browser.get("/recover/card").leadsTo()).isEqualTo("/recover/code");
    }

    @Test
    void anAddressOfTheLastThirtyDaysDoesNotBringBackWhereAnOlderOneIs() {
        var contacts = running.server().part(Contacts.class);
        var jdbc = running.server().part(JdbcClient.class);
        jdbc.sql("update people.contacts set proved_at = now() - interval '40 days' where person = :person")
                .param("person", person.id().value())
                .update();
        String young = "young-" + person.mail();
        contacts.propose(
                person.id(), Kind.MAIL, running.server().part(Vault.class).token(Kind.MAIL, young));
        var proposed = contacts.proposed(person.id(), Kind.MAIL).orElseThrow();
        contacts.answered(proposed);
        assertThat(contacts.prove(proposed, contacts.newCode(proposed))).isTrue();

        WebClient browser = new WebClient(running.server().baseUrl());
        int before = letters();
        assertThat(begin(browser, person.handle(), young).leadsTo()).isEqualTo("/recover/code");
        assertThat(letters()).as("none to the young one").isEqualTo(before);
        assertThat(begin(browser, person.handle(), person.mail()).leadsTo()).isEqualTo("/recover/code");
        assertThat(letters()).as("one to the one before it").isEqualTo(before + 1);
        assertThat(contacts.told(person.id())).as("both are told what happens").hasSize(2);
    }

    /** A page without the proof of its form, which differs each time. */
    private static String words(Shown page) {
        return page.status() + page.html().replaceAll("value=\"[^\"]*\"", "");
    }

    private Shown begin(WebClient browser, String handle, String mail) {
        return browser.post(browser.get("/recover"), "/recover", Map.of("handle", handle, "mail", mail));
    }

    private Shown code(WebClient browser, String code) {
        return browser.post(browser.get("/recover/code"), "/recover/code", Map.of("code", code));
    }

    private Shown recover(WebClient browser, Map<String, String> otherwise) {
        Shown begun = browser.post(browser.get("/recover/card"), "/recover/card/begin", Map.of());
        Shown read = person.read(browser, begun, otherwise);
        return browser.post(read, "/recover/card", Map.of("proof", read.value("proof")));
    }

    /** How many letters with a code were ever written; the post box shows the newest only. */
    private static int letters() {
        return running.server()
                .part(JdbcClient.class)
                .sql("select count(*) from notice.letters where body ~ '\\m[0-9]{6}\\M'")
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
