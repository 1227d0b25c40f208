package sekisho.server.wallet.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.formats.jpqr.JpqrShop;
import sekisho.formats.jpqr.MerchantCode;
import sekisho.server.shop.Counter;
import sekisho.server.testing.Person;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient.Shown;

/** Paying by shops' codes: what is refused and why, and money that moves once. */
@ExtendWith(SharedServer.class)
final class PayPagesTest {
    private final RunningServer running;
    private final Counter counter;
    private final Person customer;

    PayPagesTest(RunningServer running) {
        this.running = running;
        this.counter = Counter.open(running);
        this.customer = Person.customer(running.server());
    }

    @Test
    void theNameOnTheReviewIsTheRegisteredOneWhateverTheCodeSays() {
        String forged = MerchantCode.reusable(counter.shop().jpqr(), "5462", "Your Tax Office", "Tokyo")
                .encode();
        customer.fund(3_000);
        Shown amount = read(customer, forged);
        assertThat(seen(amount, forged)).contains("Mugibue Bakery").doesNotContain("Tax Office");
        Shown review = customer.web().post(amount, "/pay/review", Map.of("code", forged, "amount", "500"));
        assertThat(seen(review, forged))
                .contains("Mugibue Bakery")
                .contains("Pay ¥500")
                .doesNotContain("Tax Office");
    }

    /** The form carries the code on, unseen. */
    private static String seen(Shown page, String carried) {
        return page.html().replace("value=\"" + carried + "\"", "");
    }

    @Test
    void aPosterIsPaidOnceHoweverOftenTheFormIsSent() {
        customer.fund(3_000);
        Shown amount = read(customer, counter.poster());
        Shown review = customer.web().post(amount, "/pay/review", Map.of("code", counter.poster(), "amount", "1,280"));
        Map<String, String> form = form(review);
        Shown first = customer.web().post(review, "/pay", form);
        var elsewhere = customer.signIn();
        Shown second = elsewhere.post(elsewhere.get("/pay"), "/pay", form);
        assertThat(first.leadsTo()).startsWith("/receipt/");
        assertThat(second.leadsTo()).isEqualTo(first.leadsTo());
        assertThat(customer.web().post(review, "/pay", form).leadsTo()).isEqualTo(first.leadsTo());
        assertThat(customer.web().get(first.leadsTo()).html())
                .contains("Mugibue Bakery")
                .contains("−¥1,280");
        assertThat(customer.web().get("/home").html()).contains("¥1,720").contains("Mugibue Bakery");
        assertThat(counter.owner().web().get("/shop/day").html()).contains("¥1,280");
    }

    @Test
    void theNumberBelowTheCodeWorksToo() {
        String spoken = counter.shop().number().substring(0, 4) + " "
                + counter.shop().number().substring(4);
        assertThat(read(customer, spoken).html()).contains("Mugibue Bakery");
        Shown charge = counter.ask(700);
        customer.fund(1_000);
        Shown review = read(customer, counter.charge(charge).reference());
        assertThat(review.html()).contains("Pay ¥700").contains("fixed by the shop");
    }

    @Test
    void aChargeIsPaidOnceByTwoWindowsAndByTwoPeople() {
        customer.fund(5_000);
        Person other = Person.customer(running.server());
        other.fund(5_000);
        String code = counter.code(counter.ask(1_280));
        Shown one = read(customer, code);
        Shown two = read(customer, code);
        Shown foreign = read(other, code);
        Shown paid = customer.web().post(one, "/pay", form(one));
        assertThat(paid.leadsTo()).startsWith("/receipt/");
        assertThat(customer.web().post(two, "/pay", form(two)).leadsTo()).isEqualTo(paid.leadsTo());
        assertThat(customer.web().post(one, "/pay", form(one)).leadsTo()).isEqualTo(paid.leadsTo());
        assertThat(read(customer, code).leadsTo()).isEqualTo(paid.leadsTo());
        assertRefused(other.web().post(foreign, "/pay", form(foreign)), "has been paid already");
        assertRefused(read(other, code), "has been paid already");
        assertThat(customer.web().get("/home").html()).contains("¥3,720");
        assertThat(other.web().get("/home").html()).contains("¥5,000");
        assertThat(other.web().get(paid.leadsTo()).status()).isEqualTo(404);
    }

    @Test
    void aChargeThatCouldNotBePaidCanBePaidAgain() {
        customer.fund(100);
        String code = counter.code(counter.ask(1_280));
        Shown review = read(customer, code);
        Shown refused = customer.web().post(review, "/pay", form(review));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("You can use ¥100 now");
        Person other = Person.customer(running.server());
        other.fund(5_000);
        Shown again = read(other, code);
        assertThat(other.web().post(again, "/pay", form(again)).leadsTo()).startsWith("/receipt/");
    }

    @Test
    void anAmountThatTheFormChangedIsRefused() {
        customer.fund(5_000);
        Shown review = read(customer, counter.code(counter.ask(1_280)));
        var form = form(review);
        form.put("amount", "1");
        assertRefused(customer.web().post(review, "/pay", form), "not what the shop asked for");
    }

    @ParameterizedTest
    @CsvSource({"1279, same", "1280, other"})
    void aCodeWithAnotherAmountOrReferenceThanTheShopAskedForIsRefused(long yen, String reference) {
        var charge = counter.charge(counter.ask(1_280));
        String said = reference.equals("same") ? charge.reference() : "7000000003";
        String code = MerchantCode.reusable(counter.shop().jpqr(), "5462", "Mugibue Bakery", "Kawagiri")
                .forPayment(yen, said)
                .encode();
        assertRefused(read(customer, code), "not what the shop asked for");
    }

    @Test
    void anotherShopsReferenceIsRefused() {
        var other = Counter.open(running);
        var charge = other.charge(other.ask(1_280));
        String code = MerchantCode.reusable(counter.shop().jpqr(), "5462", "Mugibue Bakery", "Kawagiri")
                .forPayment(1_280, charge.reference())
                .encode();
        assertRefused(read(customer, code), "not what the shop asked for");
    }

    @Test
    void aCodeThatWasChangedOrIsNotOursIsRefused() {
        String good = counter.poster();
        assertRefused(read(customer, good.replace("Mugibue", "Mugibua")), "damaged or was changed");
        assertRefused(read(customer, good.substring(0, good.length() - 1)), "can't be read");
        assertRefused(read(customer, withCurrency(good, "840")), "not in yen");
        assertRefused(read(customer, "https://pay.example/1"), "can't be read");
        assertRefused(read(customer, "6123 4567"), "no such number");
        assertRefused(read(customer, ""), "Scan or type");
        String unknown = MerchantCode.reusable(
                        new JpqrShop("9999999999999", "0001", "000001", "000001"), "5462", "Nobody", "Nowhere")
                .encode();
        assertRefused(read(customer, unknown), "No shop of ours");
    }

    @Test
    void anExpiredOrWithdrawnCodeIsRefusedAlsoAfterItsReview() {
        customer.fund(5_000);
        Shown charge = counter.ask(1_280);
        String code = counter.code(charge);
        Shown review = read(customer, code);
        counter.sql("update shop.charges set expires_at = now() - interval '1 second' where id = '"
                + counter.charge(charge).id() + "'");
        assertRefused(customer.web().post(review, "/pay", form(review)), "has expired");
        assertRefused(read(customer, code), "has expired");
        Shown withdrawn = counter.ask(500);
        counter.owner().web().post(withdrawn, withdrawn.path() + "/cancel", Map.of());
        assertRefused(read(customer, counter.code(withdrawn)), "withdrawn");
        assertThat(customer.web().get("/home").html()).contains("¥5,000");
    }

    @Test
    void tryingCodesRunsOut() {
        Shown last = read(customer, "6000 0000");
        for (int i = 0; i < 61; i++) {
            last = read(customer, "6000 0000");
        }
        assertThat(last.status()).isEqualTo(429);
    }

    static Shown read(Person person, String code) {
        return person.web().post(person.web().get("/pay"), "/pay/read", Map.of("code", code));
    }

    static Map<String, String> form(Shown review) {
        return new HashMap<>(Map.of(
                "request", review.value("request"),
                "code", review.value("code"),
                "amount", review.value("amount")));
    }

    private static void assertRefused(Shown shown, String sentence) {
        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.html()).contains("id=\"e-code\"");
        assertThat(shown.html().replace("&#39;", "'")).contains(sentence);
    }

    /** The same code in another currency, with a checksum that fits. */
    private static String withCurrency(String payload, String currency) {
        String text = payload.substring(0, payload.length() - 4).replace("5303392", "5303" + currency);
        int crc = 0xFFFF;
        for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            crc ^= (b & 0xFF) << 8;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return text + String.format(java.util.Locale.ROOT, "%04X", crc);
    }
}
