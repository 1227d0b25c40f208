package sekisho.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sekisho.bank.fapi.FapiRefusal;
import sekisho.bank.fapi.SentAuthorisation;
import sekisho.protocol.BankId;
import sekisho.protocol.Description;
import sekisho.protocol.LinkStatus;
import sekisho.server.founding.FoundedBank;
import sekisho.server.founding.Founding;
import sekisho.server.history.LinkState;
import sekisho.server.history.Links;
import sekisho.server.identity.Issuer;
import sekisho.server.linking.FapiBanks;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.WebClient;
import sekisho.server.vault.ShortSecrets;
import sekisho.wire.home.SafeFiles;

/** Customers of a real server, with a founded book, link accounts at realms of a real Keycloak. */
final class KeycloakLinkingTest {
    private static final int FAPI = 2;
    private static final long HOUR = 3_600_000;
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    @TempDir
    static Path folder;

    private static RunningServer running;

    /** Our key as the realms have it is where the server looks for it. */
    @BeforeAll
    static void start() throws IOException {
        Path keys = folder.resolve("keys");
        Files.createDirectory(keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        SafeFiles.writePrivate(keys.resolve("fapi-client.jwk"), Realms.KEY.toJSONString());
        var properties = new LinkedHashMap<>(RunningServer.UNHURRIED);
        properties.put("sekisho.keys", keys.toString());
        properties.put("sekisho.linking.operator", "sekisho");
        properties.put("sekisho.linking.fapi.returns-at", Realms.RETURNS_AT);
        properties.putAll(settings("0901", Realms.ONE, Realm.CLIENT));
        properties.putAll(settings("0902", Realms.TWO, Realm.CLIENT));
        properties.putAll(settings("0903", Realms.SHARED, Realm.SHARED_CLIENT));
        running =
                RunningServer.start(folder, settings -> settings.withDemo(true).withMore(properties));
        Issuer issuer = running.server().part(Issuer.class);
        running.server()
                .part(Founding.class)
                .found(new Founding.Plan(
                        issuer.number(),
                        issuer.publicKey(),
                        List.of(founded(901, Realms.ONE), founded(902, Realms.TWO), founded(903, Realms.SHARED))));
    }

    private static Map<String, String> settings(String code, Realm realm, String client) {
        String prefix = "sekisho.linking.fapi.banks." + code;
        return Map.of(
                prefix + ".issuer",
                issuer(realm).toString(),
                prefix + ".client-id",
                client,
                prefix + ".factors",
                "pwd,otp",
                prefix + ".asks-for-claims",
                "false");
    }

    private static FoundedBank founded(int code, Realm realm) {
        var id = new BankId(code);
        running.server()
                .part(SupportedBanks.class)
                .put(new SupportedBank(id, "銀行" + code, "Bank " + code, "ギンコウ", issuer(realm), 3, FAPI, 1));
        // As strong as what nobody need confirm: Keycloak's word for that is mapped as well.
        var description =
                new Description(1, FAPI, 7 | 8 | 16, 15, Description.Notice.APP, true, 0, HOUR, 100_000, 1_000_000);
        return new FoundedBank(
                id, description, 1, running.server().part(FapiBanks.class).translator(id));
    }

    private static URI issuer(Realm realm) {
        return Realms.keycloak().issuer(realm.name());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aVerifiedCustomerLinksTheirAccountAndTheEngineHasIt() throws Exception {
        Person hanako = hanako();
        var before = hanako.web().get("/links/at/0901");
        assertThat(before.html()).contains("The bank tells us both");
        String back = atTheBank(hanako, "0901", "hanako");
        assertThat(kept("authorisations", hanako)).isEqualTo(1);
        String linked = hanako.web().get(back).leadsTo();
        assertThat(linked).startsWith("/links/").isNotEqualTo("/links/refused");
        await(hanako, LinkStatus.ACTIVE);
        assertThat(hanako.web().get(linked).html()).contains("412");
        assertThat(kept("authorisations", hanako)).isZero();
        assertThat(kept("id_tokens", hanako)).isEqualTo(1);
        // The same address again, by a second press: the same link, and the bank is not asked.
        assertThat(hanako.web().get(back).leadsTo()).isEqualTo(linked);
        assertThat(statuses(hanako)).containsExactly(LinkStatus.ACTIVE);
    }

    @Test
    void verifiedAsSomebodyElseIsNoMatch() throws Exception {
        Person other = Person.customer(running.server());
        assertThat(other.web().get(atTheBank(other, "0901", "hanako")).leadsTo())
                .isEqualTo("/links/refused");
        await(other, LinkStatus.CLOSED);
        assertThat(count("linking.accounts where person = '" + other.id().value() + "'"))
                .as("no mandate for another's account is kept")
                .isZero();
    }

    @Test
    void claimsWithoutVerifiedClaimsAreRefused() throws Exception {
        Person person = Person.customer(running.server());
        refused(person, atTheBank(person, "0901", "taro"), FapiRefusal.CLAIMS_NOT_VERIFIED, "0901");
    }

    @Test
    void twoBanksMixedUpAreRefusedAtEitherAddress() throws Exception {
        Person person = Person.customer(running.server());
        String one = state(atTheBank(person, "0901", "hanako"));
        String two = atTheBank(person, "0902", "hanako");
        String answer = two.replaceFirst("state=[^&]*", "state=" + one);
        // At its own address it belongs to no request of that bank; the request at hand is over.
        refused(person, answer, FapiRefusal.MIXED_UP, "0901");
        assertThat(person.web().get(two).leadsTo())
                .as("the other request is as it was")
                .startsWith("/links/");

        Person again = Person.customer(running.server());
        String first = state(atTheBank(again, "0901", "hanako"));
        String second = atTheBank(again, "0902", "hanako").replaceFirst("state=[^&]*", "state=" + first);
        refused(again, second.replace("/fapi/0902", "/fapi/0901"), FapiRefusal.MIXED_UP, "0901");
    }

    @Test
    void anAbsentAndAWrongIssuerAreRefused() throws Exception {
        Person person = Person.customer(running.server());
        String back = atTheBank(person, "0902", "hanako");
        refused(person, back.replaceFirst("&iss=[^&]*", ""), FapiRefusal.ISSUER_MISSING, "0902");
        back = atTheBank(person, "0902", "hanako");
        refused(
                person,
                back.replaceFirst("&iss=[^&]*", "&iss=https%3A%2F%2Fevil.example"),
                FapiRefusal.WRONG_ISSUER,
                "0902");
    }

    /** The request that is kept had another nonce than the bank was sent: what the bank signs answers somebody else's. */
    @Test
    void anIdTokenWithAnotherNonceIsRefused() throws Exception {
        Person person = Person.customer(running.server());
        String back = atTheBank(person, "0902", "hanako");
        var rows = running.server().part(JdbcClient.class);
        var secrets = running.server().part(ShortSecrets.class);
        UUID reference = rows.sql("select reference from linking.attempts where person = ?")
                .param(person.id().value())
                .query(UUID.class)
                .single();
        byte[] sealed = rows.sql("select sealed from linking.authorisations where reference = ?")
                .param(reference)
                .query((row, _) -> row.getBytes("sealed"))
                .single();
        var sent = SentAuthorisation.ofSecretText(secrets.open(reference, sealed));
        String spoiled = sent.secretText().replace(sent.nonce().hex(), "0".repeat(32));
        assertThat(rows.sql("update linking.authorisations set sealed = ? where reference = ?")
                        .params(secrets.seal(reference, spoiled), reference)
                        .update())
                .isEqualTo(1);
        refused(person, back, FapiRefusal.WRONG_NONCE, "0902");
        assertThat(statuses(person)).doesNotContain(LinkStatus.ACTIVE);
    }

    @Test
    void anIdTokenForSomebodyElseBesidesIsRefused() throws Exception {
        Person person = Person.customer(running.server());
        refused(person, atTheBank(person, "0903", "hanako"), FapiRefusal.ID_TOKEN_FOR_ANOTHER, "0903");
        assertThat(statuses(person)).doesNotContain(LinkStatus.ACTIVE);
    }

    @Test
    void aForeignBrowserGetsNothingAndTakesNothing() throws Exception {
        Person person = Person.customer(running.server());
        String back = atTheBank(person, "0902", "hanako");
        WebClient sameOwner = person.signIn();
        refused(sameOwner, back, FapiRefusal.WRONG_SESSION, "0902");
        refused(Person.customer(running.server()).web(), back, FapiRefusal.WRONG_SESSION, "0902");
        assertThat(statuses(person)).containsExactly(LinkStatus.AT_BANK);
        assertThat(person.web().get(back).leadsTo()).isEqualTo("/links/refused");
        // It was the bank's word after all, about somebody else.
        await(person, LinkStatus.CLOSED);
    }

    @Test
    void anAnswerToNothingAndANoOfTheCustomersAreRefused() throws Exception {
        Person person = Person.customer(running.server());
        refused(person, "/link/return/fapi/0901?code=x&state=y", FapiRefusal.WRONG_STATE, "0901");
        refused(person, "/link/return/fapi/0901", FapiRefusal.WRONG_STATE, "0901");
        String state = state(atTheBank(person, "0901", "hanako"));
        String no = "/link/return/fapi/0901?error=access_denied&state=" + state + "&iss="
                + URLEncoder.encode(issuer(Realms.ONE).toString(), StandardCharsets.UTF_8);
        assertThat(person.web().get(no).leadsTo()).isEqualTo("/links/refused");
        assertThat(statuses(person)).containsExactly(LinkStatus.AT_BANK);
    }

    /** Verified as whom both banks know. */
    private static Person hanako() {
        Person person = Person.newcomer(running.server()).proveMail();
        var checked = person.showCard(Map.of("name", "汐見　花子", "born", "1990-04-01"));
        var page = person.web().get(checked.leadsTo());
        assertThat(person.web()
                        .post(page, checked.leadsTo(), person.agree(page))
                        .leadsTo())
                .isEqualTo("/welcome/handle");
        return person.chooseHandle();
    }

    /** Leaves for a bank, logs in and agrees there; the address that the browser is sent to at the end, without its host. */
    private static String atTheBank(Person person, String code, String user) throws Exception {
        var before = person.web().get("/links/at/" + code);
        var leaving = person.web().post(before, "/links/at/" + code, person.agree(before));
        assertThat(leaving.html()).as("what the page says instead").contains("request_uri");
        assertThat(leaving.header("Content-Security-Policy")).contains("form-action 'self' http://localhost:");
        try (Visitor visitor = new Visitor()) {
            String password = user.equals("hanako") ? "a-long-password-1" : "a-long-password-2";
            URI back = visitor.back(goTo(leaving), user, password);
            assertThat(back.toString()).startsWith(Realms.RETURNS_AT + "/link/return/fapi/" + code + "?");
            return back.getRawPath() + "?" + back.getRawQuery();
        }
    }

    /** Where the form of a page leads. It names a request and nobody. */
    private static URI goTo(WebClient.Shown leaving) {
        Matcher form =
                Pattern.compile("method=\"get\" action=\"([^\"]*)\">(.*)").matcher(leaving.html());
        assertThat(form.find()).isTrue();
        var query = new StringBuilder();
        Matcher field = FIELD.matcher(form.group(2));
        while (field.find()) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(field.group(1))
                    .append('=')
                    .append(URLEncoder.encode(field.group(2), StandardCharsets.UTF_8));
        }
        assertThat(query.toString()).matches("\\?client_id=sekisho(-shared)?&request_uri=[A-Za-z0-9%._-]+");
        return URI.create(form.group(1) + query);
    }

    private static String state(String back) {
        Matcher state = Pattern.compile("[?&]state=([0-9a-f]{32})").matcher(back);
        assertThat(state.find()).as(back).isTrue();
        return state.group(1);
    }

    private static void refused(Person person, String back, FapiRefusal reason, String code) {
        refused(person.web(), back, reason, code);
    }

    /** Everybody sees the same page; operators see the code. */
    private static void refused(WebClient browser, String back, FapiRefusal reason, String code) {
        double before = counted(reason, code);
        assertThat(browser.get(back).leadsTo()).isEqualTo("/links/refused");
        assertThat(counted(reason, code)).as("%s at %s", reason, code).isEqualTo(before + 1);
    }

    private static double counted(FapiRefusal reason, String code) {
        return running.server()
                .part(MeterRegistry.class)
                .counter("sekisho.linking.fapi.refused", "bank", code, "code", reason.name())
                .count();
    }

    private static int kept(String table, Person person) {
        return count("linking." + table + " join linking.attempts using (reference) where person = '"
                + person.id().value() + "'");
    }

    private static int count(String rows) {
        return running.server()
                .part(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    private static List<LinkStatus> statuses(Person person) {
        return running.server().part(Links.class).ofWallet(person.wallet()).stream()
                .map(LinkState::status)
                .toList();
    }

    private static void await(Person person, LinkStatus wanted) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!statuses(person).contains(wanted)) {
            assertThat(System.nanoTime()).as("%s", statuses(person)).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
