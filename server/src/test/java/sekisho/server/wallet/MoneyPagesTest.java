package sekisho.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.server.json.Forms;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient.Shown;

/** Money moved by forms: once, and only one's own. */
@ExtendWith(SharedServer.class)
final class MoneyPagesTest {
    private final Person alice;
    private final Person bob;

    MoneyPagesTest(RunningServer running) {
        this.alice = Person.customer(running.server());
        this.bob = Person.customer(running.server());
    }

    @Test
    void sendingTheSameFormTwiceMovesMoneyOnce() {
        alice.fund(10_000);
        Map<String, String> form = reviewed(alice, "3,200", "");
        Shown first = alice.web().post(alice.web().get("/send"), "/send", form);
        Shown second = alice.web().post(alice.web().get("/send"), "/send", form);
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.leadsTo()).isEqualTo(first.leadsTo()).startsWith("/receipt/");
        assertThat(alice.web().get(first.leadsTo()).html()).contains("−¥3,200");
        assertThat(alice.web().get("/home").html()).contains("¥6,800");
        assertThat(bob.web().get("/home").html()).contains("¥3,200");
    }

    @Test
    void theSameFormWithAnotherAmountIsRefused() {
        alice.fund(10_000);
        Map<String, String> form = new HashMap<>(reviewed(alice, "100", ""));
        alice.web().post(alice.web().get("/send"), "/send", form);
        form.put("amount", "9000");
        assertThat(alice.web().post(alice.web().get("/send"), "/send", form).status())
                .isEqualTo(422);
        assertThat(alice.web().get("/home").html()).contains("¥9,900");
    }

    @Test
    void moreThanThereIsIsRefusedBesideTheAmount() {
        alice.fund(1_000);
        var page = alice.web().get("/send");
        Shown refused = alice.web().post(page, "/send/review", Map.of("to", bob.handle(), "amount", "1001"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("id=\"e-amount\"").contains("Enter ¥1,000 or less");
    }

    @Test
    void namesOfOthersAreMasked() {
        alice.fund(1_000);
        var page = alice.web().get("/send");
        String html = alice.web()
                .post(page, "/send/review", Map.of("to", bob.handle(), "amount", "1"))
                .html();
        assertThat(html).contains("北＊＊ 葵").doesNotContain("北川");
    }

    @Test
    void lookUpsOfHandlesRunOut() {
        var page = alice.web().get("/send");
        Shown last = page;
        for (int i = 0; i < 61; i++) {
            last = alice.web().post(page, "/send/review", Map.of("to", "nobody-" + i, "amount", "1"));
        }
        assertThat(last.status()).isEqualTo(429);
    }

    @Test
    void aRequestIsPaidOnceHoweverManyWindowsPayIt() {
        alice.fund(10_000);
        String ask = ask(bob, alice, "1500");
        Map<String, String> one = reviewed(alice, "1500", ask);
        Map<String, String> two = reviewed(alice, "1500", ask);
        var page = alice.web().get("/send");
        assertThat(alice.web().post(page, "/send", one).leadsTo()).startsWith("/receipt/");
        assertThat(alice.web().post(page, "/send", two).leadsTo()).isEqualTo("/requests");
        assertThat(alice.web().post(page, "/send", one).leadsTo()).startsWith("/receipt/");
        assertThat(alice.web().get("/home").html()).contains("¥8,500");
        assertThat(bob.web().get("/requests").html()).contains("Paid");
    }

    @Test
    void whatBelongsToSomebodyElseIsNotThere() {
        var link = alice.fund(5_000);
        Map<String, String> form = reviewed(alice, "10", "");
        String receipt =
                alice.web().post(alice.web().get("/send"), "/send", form).leadsTo();
        Person eve = bob;
        assertThat(eve.web().get(receipt).status()).isEqualTo(200);
        String linkPath = "/links/" + Forms.OPERATION.write().apply(link);
        assertThat(eve.web().get(linkPath).status()).isEqualTo(404);
        var page = eve.web().get("/send");
        String request = alice.web().get(linkPath).value("request");
        assertThat(eve.web()
                        .post(page, linkPath + "/end", Map.of("request", request))
                        .status())
                .isEqualTo(404);
        assertThat(eve.web()
                        .post(page, "/top-up", Map.of("request", request, "link", id(link), "amount", "100"))
                        .status())
                .isEqualTo(404);
        assertThat(eve.web()
                        .post(page, "/cash-out/review", Map.of("link", id(link), "amount", "1"))
                        .status())
                .isEqualTo(404);
        String ask = ask(alice, eve, "77");
        assertThat(alice.web().get("/send?ask=" + ask).status()).isEqualTo(404);
        assertThat(alice.web()
                        .post(page(alice), "/requests/" + ask + "/decline", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(eve.web()
                        .post(page, "/requests/" + ask + "/withdraw", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/receipt/0",
                "/receipt/00000000000000000000000000000000",
                "/links/zz",
                "/links/00000000000000000000000000000001",
                "/send?ask=1",
                "/nothing"
            })
    void whatDoesNotExistIsNotThere(String path) {
        assertThat(alice.web().get(path).status()).isEqualTo(404);
    }

    @Test
    void aTopUpShowsWhatIsCertainAndStartsOnce() {
        var link = alice.link();
        var page = alice.web().get("/top-up");
        var form = Map.of("request", page.value("request"), "link", id(link), "amount", "5000");
        Shown first = alice.web().post(page, "/top-up", form);
        assertThat(alice.web().post(page, "/top-up", form).leadsTo()).isEqualTo(first.leadsTo());
        assertThat(alice.web().get(first.leadsTo()).html()).contains("You will not be charged twice");
        assertThat(alice.web().get("/history").html()).containsOnlyOnce("class=\"unsure\"");
    }

    @Test
    void aCashOutNeedsThePasskeyForThisVerySum() {
        var link = alice.fund(9_000);
        Shown review = alice.web().post(page(alice), "/cash-out/review", Map.of("link", id(link), "amount", "1000"));
        var form = new HashMap<>(Map.of(
                "request", review.value("request"),
                "link", id(link),
                "amount", "1000",
                "stepUp", review.value("stepUp"),
                "credential", alice.authenticator().get(review.options(), alice.origin())));
        var other = new HashMap<>(form);
        other.put("amount", "8000");
        assertThat(alice.web().post(review, "/cash-out", other).status()).isEqualTo(422);
        var elsewhere = alice.signIn();
        assertThat(elsewhere.post(elsewhere.get("/send"), "/cash-out", form).status())
                .isEqualTo(422);
        Shown done = alice.web().post(review, "/cash-out", form);
        assertThat(done.leadsTo()).startsWith("/receipt/");
        assertThat(alice.web().post(review, "/cash-out", form).leadsTo()).isEqualTo(done.leadsTo());
        form.put("request", freshRequest(alice));
        assertThat(alice.web().post(review, "/cash-out", form).status()).isEqualTo(422);
        assertThat(alice.web().get("/home").html()).contains("¥8,000");
    }

    @Test
    void theFileIsSafeFromFormulas() {
        alice.fund(100);
        alice.web().post(page(alice), "/send", reviewed(alice, "5", ""));
        String file = alice.web().get("/history.csv").html();
        assertThat(file.getBytes(StandardCharsets.UTF_8)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(file).contains("\"To " + bob.handle() + "\",,5,95,").contains(",100,,100,");
        assertThat(file.lines()).hasSize(3);
    }

    @Test
    void theHistoryIsSearchedByAmountAndByName() {
        alice.fund(100);
        alice.web().post(page(alice), "/send", reviewed(alice, "5", ""));
        assertThat(alice.web().get("/history?query=5").html()).contains("−¥5").doesNotContain("+¥100");
        assertThat(alice.web()
                        .get("/history?query=" + bob.handle().substring(1))
                        .html())
                .contains("−¥5")
                .doesNotContain("+¥100");
        assertThat(alice.web().get("/history?filter=banks").html())
                .contains("+¥100")
                .doesNotContain("−¥5");
    }

    @Test
    void aFrozenWalletSendsNothing() {
        alice.fund(100);
        Map<String, String> form = reviewed(alice, "5", "");
        var freeze = alice.web().get("/settings/freeze");
        alice.web().post(freeze, "/settings/freeze", Map.of("request", freeze.value("request")));
        Shown refused = alice.web().post(page(alice), "/send", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("frozen");
    }

    @Test
    void anEmptyWalletIsClosedWithAPasskeyAndSignsOut() {
        Shown page = alice.web().get("/settings/close");
        var form = Map.of(
                "request", page.value("request"),
                "stepUp", page.value("stepUp"),
                "credential", alice.authenticator().get(page.options(), alice.origin()));
        assertThat(alice.web().post(page, "/settings/close", form).leadsTo()).isEqualTo("/sign-in");
        assertThat(alice.web().get("/home").leadsTo()).isEqualTo("/sign-in");
        var again = new sekisho.server.testing.WebClient(alice.web().base());
        var signIn = again.get("/sign-in");
        assertThat(again.post(
                                signIn,
                                "/sign-in",
                                Map.of("credential", alice.authenticator().get(signIn.options(), alice.origin())))
                        .status())
                .isEqualTo(422);
    }

    private static String freshRequest(Person person) {
        return person.web().get("/top-up").html().contains("name=\"request\"")
                ? person.web().get("/top-up").value("request")
                : UUID.randomUUID().toString();
    }

    private Map<String, String> reviewed(Person payer, String amount, String ask) {
        var page = payer.web().get("/send");
        var review = payer.web()
                .post(page, "/send/review", Map.of("to", bob.handle(), "amount", amount, "words", "お昼", "ask", ask));
        var form = new HashMap<String, String>();
        for (String name : new String[] {"request", "to", "amount", "words", "ask"}) {
            form.put(name, review.value(name));
        }
        return form;
    }

    private static String ask(Person asker, Person payer, String amount) {
        var page = asker.web().get("/request");
        String id = page.value("id");
        asker.web().post(page, "/request", Map.of("id", id, "to", payer.handle(), "amount", amount));
        return id;
    }

    private static Shown page(Person person) {
        return person.web().get("/send");
    }

    private static String id(sekisho.protocol.OperationId operation) {
        return Forms.OPERATION.write().apply(operation);
    }
}
