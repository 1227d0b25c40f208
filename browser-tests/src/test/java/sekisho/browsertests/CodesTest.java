package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.MerchantPayload;
import sekisho.browsertests.journey.QrReader;
import sekisho.browsertests.journey.ShopCounter;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.testing.InBrowser;

/** The codes on the pages, read from a picture of the page as another telephone reads them. */
@InBrowser
final class CodesTest {
    /** Objects of EMVCo's specification, and JPQR's template. */
    private static final String ONCE = "01";

    private static final String JPQR = "26";
    private static final String CURRENCY = "53";
    private static final String AMOUNT = "54";
    private static final String COUNTRY = "58";
    private static final String ADDITIONAL = "62";
    private static final String REFERENCE = "05";

    static List<Look> looks() {
        return Look.oneJourney();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void codesAreReadBackAndWhatWasChangedIsRefused(Look look, World world) {
        Window counter = world.open(look);
        DemoDoor.shopkeeper(counter, world.system(), "kenji");
        var shop = ShopCounter.in(counter);
        Window phone = world.open(look);
        DemoDoor.customer(phone, world.system(), "hanako");
        var wallet = WalletApp.in(phone);

        String number = shop.number();
        String poster = QrReader.read(counter.page().locator(".poster svg"));
        var fixed = MerchantPayload.read(poster);
        assertThat(fixed.objects()).contains(entry(ONCE, "11"), entry(CURRENCY, "392"), entry(COUNTRY, "JP"));
        assertThat(fixed.objects()).doesNotContainKeys(AMOUNT, ADDITIONAL);
        assertThat(fixed.inside(JPQR)).containsEntry("00", "jp.or.paymentsjapan");
        wallet.readCode(poster);
        String shownForTheCode = phone.page().locator("main h1").innerText();
        wallet.readCode(number);
        assertThat(phone.page().locator("main h1")).hasText(shownForTheCode);

        String reference = shop.charge(1_234).replaceAll("\\D", "");
        String charge = QrReader.read(counter.page().locator("#charge svg"));
        var asked = MerchantPayload.read(charge);
        assertThat(asked.objects()).contains(entry(ONCE, "12"), entry(AMOUNT, "1234"), entry(CURRENCY, "392"));
        assertThat(asked.inside(ADDITIONAL)).containsEntry(REFERENCE, reference);
        refuseChanges(wallet, charge, asked);
        wallet.reviewCharge(charge);
        assertThat(phone.page().locator("main .sum")).hasText("¥1,234");

        String digits = wallet.ownCode().replaceAll("\\D", "");
        String own = QrReader.read(phone.page().locator(".qr-card svg"));
        // EMVCo's customer-presented mode: an object 85 that says CPV01, in Base64.
        String inside = new String(Base64.getDecoder().decode(own), StandardCharsets.ISO_8859_1);
        assertThat(inside).startsWith("\u0085\u0005CPV01");
        assertThat(digits).hasSize(16);
        shop.take(100, own, false);
        assertThat(counter.page().locator("#payment .state.done")).isVisible();
    }

    /** The server decides, never the code: what is not what the shop asked for is refused, and the page says why. */
    private static void refuseChanges(WalletApp wallet, String charge, MerchantPayload asked) {
        char last = charge.charAt(charge.length() - 1);
        String damaged = charge.substring(0, charge.length() - 1) + (last == '0' ? '1' : '0');
        var additional = new LinkedHashMap<>(asked.inside(ADDITIONAL));
        additional.put(REFERENCE, "900000000");
        List<String> reasons = List.of(
                refusal(wallet, damaged),
                refusal(wallet, asked.with(CURRENCY, "840")),
                refusal(wallet, asked.with(AMOUNT, "1")),
                refusal(wallet, asked.with(ADDITIONAL, MerchantPayload.written(additional))));
        // The amount and the reference differ from what was asked for: one reason for both, another for each of the
        // rest.
        assertThat(reasons.get(2)).isEqualTo(reasons.get(3));
        assertThat(reasons.subList(0, 3)).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    private static String refusal(WalletApp wallet, String code) {
        wallet.readCode(code);
        Locator error = wallet.window().page().locator("#e-code");
        error.waitFor();
        return error.innerText();
    }
}
