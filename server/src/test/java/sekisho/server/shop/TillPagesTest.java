package sekisho.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient.Shown;

/** The till: customers' codes are spent once, and what was taken is captured, released and given back once. */
@ExtendWith(SharedServer.class)
final class TillPagesTest {
    private final RunningServer running;
    private final Counter counter;
    private final Person customer;

    TillPagesTest(RunningServer running) {
        this.running = running;
        this.counter = Counter.open(running);
        this.customer = Person.customer(running.server());
    }

    @Test
    void aCustomersCodeIsChargedOnceHoweverOftenTheFormIsSent() {
        customer.fund(5_000);
        String number = Counter.number(customer);
        var form = counter.form(780, number, "pay");
        Shown first = counter.send(form);
        assertThat(first.leadsTo()).startsWith("/shop/payments/");
        assertThat(counter.send(form).leadsTo()).isEqualTo(first.leadsTo());
        assertRefused(counter.send(counter.form(780, number, "pay")), "can't be used");
        assertThat(customer.web().get("/home").html()).contains("¥4,220").contains("Mugibue Bakery");
        assertThat(customer.web().get("/inbox").html()).containsOnlyOnce("You paid ¥780 at Mugibue Bakery");
        assertThat(counter.owner().web().get("/shop").html()).contains("¥780");
    }

    @Test
    void theCustomersPageSaysWhatBecameOfTheCode() {
        customer.fund(5_000);
        String page = customer.web().get("/pay/code").html();
        String now = page.replaceAll("(?s).*hx-get=\"(/pay/code/now[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        String number = page.replaceAll("(?s).*class=\"spoken\">([0-9 ]+)<.*", "$1");
        assertThat(customer.web().get(now).html()).contains("class=\"qr\"");
        counter.send(counter.form(780, number, "pay"));
        assertThat(customer.web().get(now).html())
                .contains("¥780")
                .contains("Mugibue Bakery")
                .contains("Paid");
    }

    @Test
    void aCodeIsForAnAmountAndATimeAndIsSpentEvenWhenThePaymentIsRefused() {
        String number = Counter.number(customer);
        assertRefused(counter.send(counter.form(10_001, number, "pay")), "can't be used");
        Shown poor = counter.send(counter.form(100, number, "pay"));
        assertThat(poor.status()).isEqualTo(422);
        assertThat(poor.html()).contains("This was not paid").doesNotContain("You can use");
        assertThat(customer.web().get("/inbox").html()).contains("was not paid");
        customer.fund(5_000);
        assertRefused(counter.send(counter.form(100, number, "pay")), "can't be used");
        String late = Counter.number(customer);
        counter.sql("update shop.customer_codes set expires_at = now() - interval '1 second' where wallet = "
                + customer.wallet().value());
        assertRefused(counter.send(counter.form(100, late, "pay")), "can't be used");
        assertThat(customer.web().get("/home").html()).contains("¥5,000");
    }

    @Test
    void aMistypedDigitIsToldFromASpentCode() {
        String number = Counter.number(customer);
        char last = number.charAt(18) == '0' ? '1' : '0';
        assertRefused(counter.send(counter.form(100, number.substring(0, 18) + last, "pay")), "One digit is mistyped");
        assertRefused(counter.send(counter.form(100, "", "pay")), "Type or scan");
    }

    @Test
    void whatIsHeldIsTakenInPartAndTheRestReleased() {
        customer.fund(5_000);
        Shown held = counter.send(counter.form(3_000, Counter.number(customer), "hold"));
        Shown page = counter.owner().web().get(held.leadsTo());
        assertThat(page.html()).contains("Held").contains("Take what is held");
        assertThat(customer.web().get("/home").html()).contains("¥2,000");
        var tooMuch = Map.of("request", page.value("request"), "amount", "3001");
        assertThat(counter.owner()
                        .web()
                        .post(page, page.path() + "/capture", tooMuch)
                        .html())
                .contains("Enter ¥3,000 or less");
        Shown again = counter.owner().web().get(page.path());
        var part = Map.of("request", again.value("request"), "amount", "2,200");
        assertThat(counter.owner()
                        .web()
                        .post(again, page.path() + "/capture", part)
                        .leadsTo())
                .isEqualTo(page.path());
        assertThat(counter.owner()
                        .web()
                        .post(again, page.path() + "/capture", part)
                        .leadsTo())
                .isEqualTo(page.path());
        assertThat(customer.web().get("/home").html()).contains("¥2,800");
        assertThat(customer.web().get("/inbox").html()).containsOnlyOnce("took ¥2,200");
    }

    @Test
    void whatIsHeldIsReleased() {
        customer.fund(5_000);
        Shown held = counter.send(counter.form(3_000, Counter.number(customer), "hold"));
        Shown page = counter.owner().web().get(held.leadsTo());
        var form = Map.of("request", page.value("request"));
        counter.owner().web().post(page, page.path() + "/void", form);
        counter.owner().web().post(page, page.path() + "/void", form);
        assertThat(counter.owner().web().get(page.path()).html()).contains("Released");
        assertThat(customer.web().get("/home").html()).contains("¥5,000");
    }

    @Test
    void aRefundIsWithinWhatRemainsHappensOnceAndTheCustomerHearsOfIt() {
        customer.fund(5_000);
        Shown paid = counter.send(counter.form(1_000, Counter.number(customer), "pay"));
        Shown page = counter.owner().web().get(paid.leadsTo());
        var part = Map.of("request", page.value("request"), "amount", "400");
        counter.owner().web().post(page, page.path() + "/refund", part);
        counter.owner().web().post(page, page.path() + "/refund", part);
        Shown after = counter.owner().web().get(page.path());
        assertThat(after.html()).contains("Refunded in part").contains("Up to ¥600");
        var rest = Map.of("request", after.value("request"), "amount", "601");
        assertThat(counter.owner()
                        .web()
                        .post(after, page.path() + "/refund", rest)
                        .html())
                .contains("Enter ¥600 or less");
        assertThat(customer.web().get("/home").html()).contains("¥4,400");
        assertThat(customer.web().get("/history").html())
                .contains("Refund, Mugibue Bakery")
                .contains("+¥400");
        assertThat(customer.web().get("/inbox").html()).containsOnlyOnce("refunded ¥400");
        String receipt = page.path().replace("/shop/payments/", "/receipt/");
        assertThat(customer.web().get(receipt).html()).contains("+¥400").contains("−¥1,000");
    }

    @Test
    void goingBackAndChangingTheAmountOfAChargeMakesAnother() {
        Shown form = counter.owner().web().get("/shop/charge");
        String request = form.value("request");
        var first = counter.owner().web().post(form, "/shop/charge", Map.of("request", request, "amount", "100"));
        var same = counter.owner().web().post(form, "/shop/charge", Map.of("request", request, "amount", "100"));
        var other = counter.owner().web().post(form, "/shop/charge", Map.of("request", request, "amount", "200"));
        assertThat(same.leadsTo()).isEqualTo(first.leadsTo());
        assertThat(other.leadsTo()).isNotEqualTo(first.leadsTo());
        assertThat(counter.owner().web().get(other.leadsTo()).html()).contains("¥200");
    }

    @Test
    void whoWorksAtTheTillNeitherRefundsNorSettles() {
        Person clerk = Person.customer(running.server());
        counter.hire(clerk, Role.TILL);
        customer.fund(5_000);
        Shown paid = counter.send(counter.form(1_000, Counter.number(customer), "pay"));
        Shown page = clerk.web().get(paid.leadsTo());
        assertThat(page.html()).contains("owner can refund").doesNotContain("/refund");
        var form = Map.of("request", clerk.web().get("/shop").value("request"), "amount", "1");
        Shown till = clerk.web().get("/shop");
        assertThat(clerk.web().post(till, page.path() + "/refund", form).status())
                .isEqualTo(404);
        assertThat(clerk.web().get("/shop/payout").status()).isEqualTo(404);
        assertThat(clerk.web().post(till, "/shop/payout", form).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop", "/shop/charge", "/shop/code", "/shop/day", "/shop/payout"})
    void whoWorksInNoShopFindsNone(String path) {
        assertThat(customer.web().get(path).status()).isEqualTo(404);
    }

    @Test
    void anotherShopsPaymentsAndChargesAreNotThere() {
        customer.fund(5_000);
        Shown paid = counter.send(counter.form(1_000, Counter.number(customer), "pay"));
        Shown charge = counter.ask(500);
        Person rival = Counter.open(running).owner();
        Shown page = rival.web().get("/shop");
        assertThat(rival.web().get(paid.leadsTo()).status()).isEqualTo(404);
        assertThat(rival.web().get(charge.path()).status()).isEqualTo(404);
        assertThat(rival.web().post(page, charge.path() + "/cancel", Map.of()).status())
                .isEqualTo(404);
        var form = Map.of("request", page.value("request"), "amount", "1");
        for (String what : new String[] {"capture", "void", "refund"}) {
            assertThat(rival.web().post(page, paid.leadsTo() + "/" + what, form).status())
                    .isEqualTo(404);
        }
        assertThat(rival.web().get("/shop/day").html()).doesNotContain("¥1,000");
    }

    @Test
    void aShopsPageHearsOfAPaymentWithinTwoSeconds() throws Exception {
        customer.fund(5_000);
        Shown charge = counter.ask(1_234);
        try (var heard = Ear.at(running, counter.owner(), "/shop/live")) {
            Shown review =
                    customer.web().post(customer.web().get("/pay"), "/pay/read", Map.of("code", counter.code(charge)));
            long began = System.nanoTime();
            customer.web()
                    .post(
                            review,
                            "/pay",
                            Map.of(
                                    "request", review.value("request"),
                                    "code", review.value("code"),
                                    "amount", review.value("amount")));
            heard.await();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            assertThat(counter.owner().web().get(charge.path()).html()).contains("/shop/payments/");
        }
    }

    private static void assertRefused(Shown shown, String sentence) {
        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.html()).contains("id=\"e-code\"");
        assertThat(shown.html().replace("&#39;", "'")).contains(sentence);
    }
}
