package sekisho.server.wallet.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient.Shown;
import sekisho.server.wallet.settings.Phone;

/** Who is found by whom to send money to: with a code, a handle, and a number where its owner allows it. */
@ExtendWith(SharedServer.class)
final class FoundTest {
    private static final String UNKNOWN = "Nothing can be sent to this number";
    private static final String TOO_MANY = "You have looked up as many numbers";

    private final RunningServer running;
    private final Person payer;
    private final Person payee;

    FoundTest(RunningServer running) {
        this.running = running;
        this.payer = Person.customer(running.server());
        this.payee = Person.customer(running.server());
    }

    @Test
    void whoShowsACodeIsNamedByIt() {
        Shown shown = payee.web().get("/receive");
        assertThat(shown.html()).contains("<svg").contains(payee.handle());
        String code = "sekisho:send?to=" + payee.handle().substring(1);
        assertThat(payer.web()
                        .get("/send?to=" + URLEncoder.encode(code, StandardCharsets.UTF_8))
                        .html())
                .contains("value=\"" + payee.handle() + "\"");
        payer.fund(1_000);
        assertThat(review(code).html()).contains(payee.handle()).contains("北＊＊ 葵");
    }

    @Test
    void nobodyIsFoundByNumberWhoHasNotAllowedIt() {
        Phone phone = Phone.of(payee, running.server());
        phone.add();
        Shown off = review(phone.number());
        Shown nobody = review("080-1111-2222");
        assertThat(off.status()).isEqualTo(422);
        assertThat(off.html()).contains(UNKNOWN);
        assertThat(sentence(nobody)).isEqualTo(sentence(off));
        allow(payee, "yes");
        allow(payee, "no");
        assertThat(sentence(review(phone.number()))).isEqualTo(sentence(off));
    }

    @Test
    void whoAllowsItIsSentMoneyByNumber() {
        payer.fund(1_000);
        Phone phone = Phone.of(payee, running.server());
        phone.add();
        allow(payee, "yes");
        Shown review = review("+81 " + phone.number().substring(1));
        assertThat(review.html())
                .contains("北＊＊ 葵")
                .contains(phone.number())
                .doesNotContain(payee.handle())
                .doesNotContain("北川");
        var form = new HashMap<String, String>();
        for (String field : new String[] {"request", "to", "amount", "words", "ask"}) {
            form.put(field, review.value(field));
        }
        assertThat(payer.web().post(review, "/send", form).leadsTo()).startsWith("/receipt/");
        assertThat(payee.web().get("/home").html()).contains("¥700");
    }

    @Test
    void aNumberFindsWhoProvedItLast() {
        Phone phone = Phone.of(payee, running.server());
        phone.add();
        allow(payee, "yes");
        Person next = Person.customer(running.server());
        new Phone(next, running.server(), phone.number()).add();
        assertThat(sentence(review(phone.number()))).contains(UNKNOWN);
    }

    @Test
    void nobodyLooksUpMoreNumbersThanTheBudgetOfADay() {
        Phone phone = Phone.of(payee, running.server());
        phone.add();
        allow(payee, "yes");
        payer.fund(1_000);
        assertThat(review(phone.number()).status()).isEqualTo(200);
        for (int i = 1; i < PhoneLookUps.MOST_A_DAY; i++) {
            assertThat(sentence(review("070-2222-%04d".formatted(i)))).contains(UNKNOWN);
        }
        assertThat(sentence(review("070-2222-9999"))).contains(TOO_MANY);
        // What was looked up today already costs nothing more.
        assertThat(review(phone.number()).status()).isEqualTo(200);
        assertThat(sentence(review("070-2222-0001"))).contains(UNKNOWN);
    }

    @Test
    void withoutANumberThereIsNothingToAllow() {
        assertThat(payee.web().get("/settings/found-by-phone").html()).contains("Add a phone number first");
        assertThat(payee.web()
                        .post(payee.web().get("/send"), "/settings/found-by-phone", Map.of("found", "yes"))
                        .leadsTo())
                .isEqualTo("/settings/contacts/phone");
    }

    private static void allow(Person person, String found) {
        Shown page = person.web().get("/settings/found-by-phone");
        person.web().post(page, "/settings/found-by-phone", Map.of("found", found));
    }

    private Shown review(String to) {
        return payer.web().post(payer.web().get("/send"), "/send/review", Map.of("to", to, "amount", "700"));
    }

    private static String sentence(Shown shown) {
        return shown.html().replaceAll("(?s).*id=\"e-to\"[^>]*>.*?<span>(.*?)</span>.*", "$1");
    }
}
