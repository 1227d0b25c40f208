package sekisho.server.wallet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.history.Holders;
import sekisho.server.identity.Assurance;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.passkey.Passkey;
import sekisho.server.testing.EnginePasskeys;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedFoundedServer;
import sekisho.server.testing.SoftAuthenticator;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.WebClient.Shown;

/** On a founded book: a passkey more stands for nothing before a card of the same person, and the wallet rests after it. */
@ExtendWith(SharedFoundedServer.class)
final class AuthenticatorsTest {
    private static final String NEW = "/settings/passkeys/new";
    private static final String MAKE = "/settings/passkeys/make";
    private static final String REMOVE = "/settings/passkeys/remove";
    private static final String CARD = "/settings/passkeys/card";
    private static final String DEVICES = "/settings/devices";
    private static final long HOURS_72 = 72 * 3_600_000L;

    private static RunningServer running;

    private EnginePasskeys keys;
    private Person person;
    private final SoftAuthenticator second = SoftAuthenticator.copiable();

    @BeforeAll
    static void share(RunningServer shared) {
        running = shared;
        running.server()
                .part(SupportedBanks.class)
                .put(new SupportedBank(
                        SharedFoundedServer.STRONG,
                        "あおなみ銀行",
                        "Aonami Bank",
                        "アオナミ",
                        URI.create("http://127.0.0.1:9/banks/0001"),
                        3));
    }

    @BeforeEach
    void somebody() {
        keys = new EnginePasskeys(running);
        person = Person.customer(running.server());
    }

    @Test
    void aSecondPasskeyStandsForNothingBeforeACard() {
        Shown made = add(person, second);
        assertThat(made.leadsTo()).startsWith(CARD + "?passkey=");
        assertThat(keys.known(person)).hasSize(1);
        String devices = person.web().get(DEVICES).html();
        assertThat(devices).containsOnlyOnce("No card was shown for it yet").doesNotContain("Until ");

        assertThat(link(second).html()).contains("No card was shown for this passkey yet");
        Shown page = person.web().get(EnginePasskeys.removing(keys.oldest(person)));
        Shown refused = person.web().post(page, REMOVE, EnginePasskeys.removal(person, page, second));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("No card was shown for this passkey yet");
        assertThat(keys.known(person)).hasSize(1);
        assertThat(keys.all(person)).hasSize(2);
    }

    @Test
    void aCardOfTheSamePersonBringsItToTheEngineAndTheWalletRests() {
        add(person, second);
        long before = System.currentTimeMillis();
        assertThat(show(person, keys.newest(person), Map.of()).leadsTo()).isEqualTo("/settings/passkeys/raise");
        assertThat(person.web().get("/settings/passkeys/raise").leadsTo()).isEqualTo(DEVICES);
        assertThat(keys.known(person))
                .containsExactly(EnginePasskeys.name(keys.oldest(person)), EnginePasskeys.name(keys.newest(person)));
        assertThat(keys.rests(person)).isBetween(before + HOURS_72, System.currentTimeMillis() + HOURS_72);

        String devices = person.web().get(DEVICES).html();
        assertThat(devices)
                .contains("no account can be linked from this wallet, nothing cashed out")
                .doesNotContain("No card was shown");
        for (SoftAuthenticator either : List.of(person.authenticator(), second)) {
            Shown refused = link(either);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.html())
                    .containsPattern("Until \\w{3} \\d+ \\w{3}, \\d\\d:\\d\\d no account can be linked");
        }
        assertThat(person.web().get("/inbox").html()).contains("A card was shown for a passkey");
        assertThat(person.web()
                        .get(CARD + "?passkey=" + keys.newest(person).id())
                        .leadsTo())
                .as("it is shown once")
                .isEqualTo(DEVICES);
    }

    @Test
    void anotherPersonsCardAndAnOldAnswerBringNothing() {
        add(person, second);
        Person other = Person.customer(running.server());
        Shown refused = show(person, keys.newest(person), Map.of("name", "西田 環", "born", "1971-02-03"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(show(person, keys.newest(person), Map.of("condition", "other-challenge"))
                        .status())
                .isEqualTo(422);
        // What somebody else's browser had read, and nothing that was asked for here.
        Shown read = person.read(other.web(), begin(other, keys.all(other).getFirst()), Map.of());
        assertThat(read.status()).isNotEqualTo(200);
        assertThat(person.web()
                        .post(person.web().get(DEVICES), CARD, Map.of("proof", "made.up"))
                        .leadsTo())
                .isEqualTo(DEVICES);
        assertThat(keys.known(person)).hasSize(1);
        assertThat(keys.rests(person)).isZero();
        assertThat(person.web()
                        .get(CARD + "?passkey=" + keys.all(other).getFirst().id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPasskeyThatIsRemovedIsTakenFromTheEngineAndTheWalletRests() {
        add(person, second);
        show(person, keys.newest(person), Map.of());
        long before = keys.rests(person);
        Passkey lost = keys.oldest(person);
        Shown page = person.web().get(EnginePasskeys.removing(lost));
        assertThat(page.html()).contains("no account can be linked for 72 hours");
        assertThat(person.web()
                        .post(page, REMOVE, EnginePasskeys.removal(person, page, second))
                        .leadsTo())
                .isEqualTo(DEVICES);
        assertThat(keys.known(person)).containsExactly(EnginePasskeys.name(keys.newest(person)));
        assertThat(keys.all(person)).extracting(Passkey::id).doesNotContain(lost.id());
        assertThat(keys.rests(person)).isGreaterThanOrEqualTo(before);
        assertThat(link(second).html()).contains("The passkeys of this wallet were changed");
    }

    @Test
    void onePasskeyThatTheEngineNeverKnewIsRemovedByAnother() {
        add(person, second);
        Shown page = person.web().get(EnginePasskeys.removing(keys.newest(person)));
        assertThat(page.html()).doesNotContain("for 72 hours");
        assertThat(person.web()
                        .post(page, REMOVE, EnginePasskeys.removal(person, page, person.authenticator()))
                        .leadsTo())
                .isEqualTo(DEVICES);
        assertThat(keys.all(person)).hasSize(1);
        assertThat(keys.known(person)).hasSize(1);
        assertThat(keys.rests(person)).isZero();
    }

    @Test
    void aSyncedPasskeyOnAnotherDeviceIsANewOneAndTheWalletRests() {
        var synced = SoftAuthenticator.synced();
        add(person, synced);
        show(person, keys.newest(person), Map.of());
        assertThat(person.web().get("/links/at/0001").status())
                .as("where it was made")
                .isEqualTo(200);
        Shown page = person.web().get(EnginePasskeys.removing(keys.oldest(person)));
        person.web().post(page, REMOVE, EnginePasskeys.removal(person, page, synced));
        assertThat(keys.known(person)).containsExactly(EnginePasskeys.name(keys.newest(person)));
        long before = keys.rests(person);

        WebClient elsewhere = signIn(synced);
        assertThat(elsewhere.get("/home").status()).isEqualTo(200);
        String card = CARD + "?passkey=" + keys.newest(person).id();
        for (String guarded : List.of("/links/at/0001", "/cash-out")) {
            assertThat(elsewhere.get(guarded).leadsTo()).as(guarded).isEqualTo(card);
        }
        Shown asks = elsewhere.get(card);
        assertThat(asks.html()).contains("is synced, and new on this device");
        assertThat(elsewhere
                        .post(
                                asks,
                                CARD + "/begin",
                                Map.of("passkey", keys.newest(person).id()))
                        .status())
                .as("nobody has agreed")
                .isEqualTo(422);
        assertThat(keys.known(person)).hasSize(1);
        Shown begun = elsewhere.post(
                asks,
                CARD + "/begin",
                Map.of(
                        "passkey", keys.newest(person).id(),
                        "request", asks.value("request"),
                        "stepUp", asks.value("stepUp"),
                        "credential", synced.get(asks.options(), person.origin())));
        assertThat(keys.known(person)).isEmpty();
        assertThat(tier(person)).isEqualTo(Assurance.UNVERIFIED.value());
        Shown read = person.read(elsewhere, begun, Map.of());
        assertThat(elsewhere
                        .post(read, CARD, Map.of("proof", read.value("proof")))
                        .leadsTo())
                .isEqualTo("/settings/passkeys/raise");
        assertThat(keys.known(person)).containsExactly(EnginePasskeys.name(keys.newest(person)));
        assertThat(keys.rests(person)).isGreaterThan(before);
        assertThat(elsewhere.get("/links/at/0001").status())
                .as("the engine says no to it now")
                .isEqualTo(200);

        Shown raise = elsewhere.get("/settings/passkeys/raise");
        assertThat(elsewhere
                        .post(
                                raise,
                                "/settings/passkeys/raise",
                                Map.of(
                                        "request", raise.value("request"),
                                        "stepUp", raise.value("stepUp"),
                                        "credential", synced.get(raise.options(), person.origin())))
                        .leadsTo())
                .isEqualTo(DEVICES);
        assertThat(tier(person)).isEqualTo(Assurance.VERIFIED.value());
        assertThat(elsewhere.get("/settings/passkeys/raise").leadsTo()).isEqualTo(DEVICES);

        // The same browser is known now; one without its mark is not.
        elsewhere.post(elsewhere.get(DEVICES), "/sign-out", Map.of());
        signIn(elsewhere, synced);
        assertThat(elsewhere.get("/links/at/0001").status()).isEqualTo(200);
        assertThat(signIn(synced).get("/links/at/0001").leadsTo()).isEqualTo(card);
    }

    @Test
    void aPasskeyThatIsSyncedLaterIsANewOneElsewhereToo() {
        add(person, second);
        show(person, keys.newest(person), Map.of());
        assertThat(signIn(second).get("/links/at/0001").status())
                .as("on one device so far")
                .isEqualTo(200);
        second.sync();
        assertThat(signIn(second).get("/links/at/0001").leadsTo())
                .isEqualTo(CARD + "?passkey=" + keys.newest(person).id());
    }

    @Test
    void aPasskeyThatStaysOnItsDeviceIsNotHeldBackAnywhere() {
        assertThat(person.signIn().get("/links/at/0001").status()).isEqualTo(200);
    }

    private WebClient signIn(SoftAuthenticator authenticator) {
        var browser = new WebClient(running.server().baseUrl());
        signIn(browser, authenticator);
        return browser;
    }

    private void signIn(WebClient browser, SoftAuthenticator authenticator) {
        Shown page = browser.get("/sign-in");
        assertThat(browser.post(
                                page,
                                "/sign-in",
                                Map.of("credential", authenticator.get(page.options(), person.origin())))
                        .leadsTo())
                .isEqualTo("/home");
    }

    private Shown add(Person whose, SoftAuthenticator authenticator) {
        Shown page = whose.web().get(NEW);
        String answered = whose.authenticator().get(page.options(), whose.origin());
        whose.web().post(page, NEW, Map.of("stepUp", page.value("stepUp"), "credential", answered));
        Shown make = whose.web().get(MAKE);
        String credential = authenticator.create(make.options(), whose.origin());
        return whose.web().post(make, MAKE, Map.of("name", "Second", "credential", credential));
    }

    private static Shown begin(Person whose, Passkey passkey) {
        return whose.web().post(whose.web().get(DEVICES), CARD + "/begin", Map.of("passkey", passkey.id()));
    }

    private Shown show(Person whose, Passkey passkey, Map<String, String> otherwise) {
        Shown read = person.read(whose.web(), begin(whose, passkey), otherwise);
        return whose.web().post(read, CARD, Map.of("proof", read.value("proof")));
    }

    /** Tries to leave for a bank, with this passkey behind it. */
    private Shown link(SoftAuthenticator authenticator) {
        Shown page = person.web().get("/links/at/0001");
        return person.web()
                .post(
                        page,
                        "/links/at/0001",
                        Map.of(
                                "request", page.value("request"),
                                "stepUp", page.value("stepUp"),
                                "credential", authenticator.get(page.options(), person.origin())));
    }

    private static int tier(Person whose) {
        return running.server()
                .part(Holders.class)
                .wallet(whose.wallet())
                .orElseThrow()
                .tier();
    }
}
