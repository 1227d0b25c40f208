package sekisho.server.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient;
import sekisho.server.testing.WebClient.Shown;

@ExtendWith(SharedServer.class)
final class IdentityPagesTest {
    private static final String IDENTITY = "/welcome/identity";

    private final RunningServer running;

    IdentityPagesTest(RunningServer running) {
        this.running = running;
    }

    private Person newcomer() {
        return Person.newcomer(running.server()).proveMail();
    }

    @Test
    void aGoodCardIsShownAsItWasReadAndLeadsOn() {
        Person person = newcomer();
        assertThat(person.showCard(Map.of("name", "汐見 花江")).leadsTo()).isEqualTo("/welcome/identity/checked");
        Shown checked = person.web().get("/welcome/identity/checked");
        assertThat(checked.html())
                .contains("汐見 花江", "汐崎県花岬市港町1-2-3", "1970", "(kana) can't be linked")
                .doesNotContain("proof=");
        assertThat(person.web().get(IDENTITY).leadsTo()).isEqualTo("/welcome/handle");
        assertThat(person.web()
                        .post(checked, "/welcome/identity/checked", Map.of())
                        .leadsTo())
                .isEqualTo("/welcome/handle");
        assertThat(person.chooseHandle().web().get("/welcome/identity/checked").leadsTo())
                .isEqualTo("/home");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expired         | CERTIFICATE_EXPIRED        | has expired            | renewed where it was issued
            revoked         | REVOKED_BY_CRL             | was revoked            | renewed where it was issued
            other-authority | ISSUER_NOT_TRUSTED         | not issued by          | another document
            log-in          | AUTHENTICATION_CERTIFICATE | for logging in         | certificate for signatures
            other-challenge | SIGNATURE_WRONG            | does not belong        | Start again
            """)
    void aBadCardIsRefusedInWords(String condition, String code, String why, String remedy) {
        Person person = newcomer();
        Shown refused = person.showCard(Map.of("condition", condition));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("data-refusal=\"" + code + "\"", why, remedy);
        assertThat(person.web().get("/welcome/handle").leadsTo()).isEqualTo(IDENTITY);
        // Whoever was refused may show a better one.
        assertThat(person.proveIdentity().web().get("/home").leadsTo()).isEqualTo("/welcome/handle");
    }

    @Test
    void aReplayedProofIsRefused() {
        Person person = newcomer();
        Shown read = person.read(Map.of("condition", "expired"));
        assertThat(person.send(read).html()).contains("CERTIFICATE_EXPIRED");
        assertThat(person.send(read).html()).contains("CHALLENGE_USED");
    }

    @Test
    void aProofThatWasReadForAnotherBrowserIsRefused() {
        Person person = newcomer();
        Person thief = newcomer();
        Shown read = person.read(Map.of());
        Shown page = thief.web().get("/welcome/identity/card");
        Shown stolen = thief.web().post(page, "/welcome/identity/card", Map.of("proof", read.value("proof")));
        assertThat(stolen.status()).isEqualTo(422);
        assertThat(stolen.html()).contains("CHALLENGE_UNKNOWN");
        assertThat(person.send(read).leadsTo()).isEqualTo("/welcome/identity/checked");
    }

    @Test
    void nothingThatIsTypedCounts() {
        Person person = newcomer();
        Shown page = person.web().get("/welcome/identity/card");
        var typed = Map.of("name", "北川 葵", "kana", "キタガワ アオイ", "born", "1990-04-01");
        assertThat(person.web().post(page, IDENTITY, typed).status()).isIn(404, 405);
        assertThat(person.web().post(page, "/welcome/identity/card", typed).status())
                .isEqualTo(400);
        assertThat(person.web().post(page, "/welcome/identity/checked", typed).leadsTo())
                .isEqualTo(IDENTITY);
        assertThat(person.web().get("/home").leadsTo()).isEqualTo(IDENTITY);
    }

    @Test
    void aHumanHasAtMostTwoWallets() {
        var fumi = Map.of("name", "鈴鳴 ふみ", "born", "1949-05-05");
        assertThat(newcomer().showCard(fumi).leadsTo()).isEqualTo("/welcome/identity/checked");
        assertThat(newcomer().showCard(fumi).leadsTo()).isEqualTo("/welcome/identity/checked");
        Shown third = newcomer().showCard(fumi);
        assertThat(third.html()).contains("data-refusal=\"TOO_MANY_WALLETS\"", "You have 2 wallets already");
    }

    @Test
    void eachTryIsBudgeted() {
        Person person = newcomer();
        Shown page = person.web().get("/welcome/identity/card");
        int status = 422;
        int tries = 0;
        while (status == 422 && tries < 100) {
            status = person.web()
                    .post(page, "/welcome/identity/card", Map.of("proof", "guess"))
                    .status();
            tries++;
        }
        assertThat(status).isEqualTo(429);
        assertThat(tries).isEqualTo(16);
    }

    @Test
    void aPassportIsKeptBesideACardAndIsNotEnough() {
        Person person = newcomer();
        Shown read = readPassport(person, Map.of());
        assertThat(sendPassport(person, read).leadsTo()).isEqualTo(IDENTITY);
        assertThat(person.web().get(IDENTITY).html()).contains("Your passport was read. A card is still needed.");
        assertThat(person.web().get("/welcome/identity/checked").leadsTo()).isEqualTo(IDENTITY);
        assertThat(person.showCard(Map.of("born", "1980-01-02")).html()).contains("ANOTHER_PERSON");
        assertThat(person.showCard(Map.of("born", "1981-03-04")).leadsTo()).isEqualTo("/welcome/identity/checked");
    }

    @Test
    void aCopiedPassportIsRefused() {
        Person person = newcomer();
        assertThat(sendPassport(person, readPassport(person, Map.of("condition", "copied")))
                        .html())
                .contains("ACTIVE_AUTHENTICATION_WRONG", "/welcome/identity/passport");
    }

    private static Shown readPassport(Person person, Map<String, String> otherwise) {
        var begun = person.web()
                .post(person.web().get("/welcome/identity/passport"), "/welcome/identity/passport/begin", Map.of());
        Shown reader = person.web().get(begun.leadsTo());
        var fields = new java.util.HashMap<>(Map.of(
                "document", "passport",
                "challenge", reader.value("challenge"),
                "who", "other",
                "name", "KITAGAWA AOI",
                "born", "1981-03-04",
                "condition", "good"));
        fields.putAll(otherwise);
        return person.web()
                .get(person.web().post(reader, "/demo/reader", fields).leadsTo());
    }

    private static Shown sendPassport(Person person, Shown read) {
        return person.web().post(read, "/welcome/identity/passport", Map.of("proof", read.value("proof")));
    }

    @ParameterizedTest
    @CsvSource({
        "challenge, 00",
        "condition, perfect",
        "who, 99",
        "who, nobody",
        "name, x",
        "born, tomorrow",
        "born, 1700-01-01",
        "address, ''"
    })
    void theReaderMakesNothingOfABadForm(String field, String value) {
        Person person = newcomer();
        Shown reader = person.web().get("/demo/reader?challenge=" + "0".repeat(64));
        var fields = new java.util.HashMap<>(Map.of(
                "document", "card",
                "challenge", "0".repeat(64),
                "who", "other",
                "name", "北川 葵",
                "born", "1990-04-01",
                "address", "ある町1",
                "condition", "good"));
        fields.put(field, value);
        assertThat(person.web().post(reader, "/demo/reader", fields).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/reader", "/welcome/identity/card", "/welcome/identity/checked"})
    void whoIsNotSignedInIsSentToSignIn(String path) {
        assertThat(new WebClient(running.server().baseUrl()).get(path).leadsTo())
                .isEqualTo("/sign-in");
    }

    @Test
    void whatWasReadIsForgotten() {
        assertThat(newcomer().web().get("/demo/reader/0123").status()).isEqualTo(404);
    }
}
