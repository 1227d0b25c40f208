package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.CardReader;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.Newcomer;
import sekisho.browsertests.journey.ShopCounter;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.testing.InBrowser;

/** What people do whose browser, line or nerves fail: money moves once, and the page says what happened. */
@InBrowser
final class MisuseTest {
    static List<Look> looks() {
        return Look.oneJourney();
    }

    private static WalletApp hanako(Look look, World world) {
        Window window = world.open(look);
        DemoDoor.customer(window, world.system(), "hanako");
        return WalletApp.in(window);
    }

    private static ShopCounter shop(Look look, World world) {
        Window window = world.open(look);
        DemoDoor.shopkeeper(window, world.system(), "kenji");
        return ShopCounter.in(window);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whoPressesTwiceOrReloadsOrGoesBackPaysOnce(Look look, World world) {
        WalletApp wallet = hanako(look, world);
        Page page = wallet.window().page();
        long before = wallet.balance();
        String charge = shop(look, world).charge(211);
        wallet.reviewCharge(charge);
        page.locator("form[action='/pay'] button").dblclick();
        wallet.awaitReceipt();
        String receipt = page.url();
        page.reload();
        assertThat(page.locator("main .sum")).hasText("¥211");
        page.goBack();
        // There is no way back into a form that was sent: the first page of paying, and the receipt ahead.
        assertThat(wallet.window().path()).isEqualTo("/pay");
        page.goForward();
        assertThat(page).hasURL(receipt);
        // Who reads the code again learns that it is paid, and by whom.
        wallet.readCode(charge);
        page.waitForURL(receipt);
        assertThat(wallet.balance()).isEqualTo(before - 211);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theSameFormInTwoTabsMovesMoneyOnce(Look look, World world) {
        WalletApp wallet = hanako(look, world);
        Page page = wallet.window().page();
        long before = wallet.balance();
        wallet.reviewSending("@taro", 222, "");
        String form = (String) page.locator("form[action='/send']").evaluate("form => form.outerHTML");
        Page second = wallet.window().newTab();
        second.navigate("/inbox");
        second.locator("main").evaluate("(main, form) => { main.innerHTML = form; }", form);
        second.locator("form[action='/send']").evaluate("form => { form.requestSubmit(); }");
        wallet.send();
        second.waitForURL(page.url());
        assertThat(second.locator("main .sum")).hasText("−¥222");
        assertThat(wallet.balance()).isEqualTo(before - 222);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aLineThatIsCutBeforeTheFormArrivesMovesNothingUntilItIsSentAgain(Look look, World world) {
        WalletApp wallet = hanako(look, world);
        Window window = wallet.window();
        Page page = window.page();
        long before = wallet.balance();
        wallet.reviewSending("@taro", 233, "");
        window.cutLine(true);
        press(window, "/send");
        window.cutLine(false);
        again(page);
        wallet.awaitReceipt();
        assertThat(page.locator("main .sum")).hasText("−¥233");
        assertThat(wallet.balance()).isEqualTo(before - 233);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void anAnswerThatIsLostIsSeenWhenTheFormIsSentAgain(Look look, World world) {
        WalletApp wallet = hanako(look, world);
        Window window = wallet.window();
        Page page = window.page();
        long before = wallet.balance();
        wallet.reviewSending("@taro", 244, "");
        window.watch().expectNoLine(true);
        page.route(url -> URI.create(url).getPath().equals("/send"), MisuseTest::loseTheAnswer);
        press(window, "/send");
        page.unrouteAll();
        // The money has moved, and whoever looks sees so.
        Page tab = window.newTab();
        tab.navigate("/history?query=244");
        Locator lines = tab.locator("a.item[href^='/receipt/']");
        int moved = lines.count();
        assertThat(moved).isPositive();
        again(page);
        wallet.awaitReceipt();
        assertThat(page.locator("main .sum")).hasText("−¥244");
        tab.reload();
        assertThat(lines).hasCount(moved);
        assertThat(wallet.balance()).isEqualTo(before - 244);
        window.watch().expectNoLine(false);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatACardSaidCountsOnceHoweverOftenItIsSent(Look look, World world) {
        var nagi = Newcomer.called("南 凪");
        Window window = world.open(look);
        nagi.makePasskey(window);
        nagi.proveMail(window);
        // A bad card is refused, and going back to send it again is no second try.
        CardReader.at(window).read(nagi, "expired");
        String bad = window.page().url();
        CardReader.send(window);
        assertThat(CardReader.refusal(window)).isEqualTo("CERTIFICATE_EXPIRED");
        window.page().goBack();
        assertThat(window.page()).hasURL(bad);
        CardReader.send(window);
        assertThat(CardReader.refusal(window)).isEqualTo("CHALLENGE_USED");
        // A good one counts, and going back leads on from where one is.
        CardReader.at(window).read(nagi, "good");
        String good = window.page().url();
        CardReader.send(window);
        window.arriveAt("/welcome/identity/checked");
        window.page().goBack();
        assertThat(window.page()).hasURL(good);
        CardReader.send(window);
        window.arriveAt("/welcome/handle");
    }

    /** The server does what it is asked, and nobody hears of it. */
    private static void loseTheAnswer(Route route) {
        var _ = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        route.abort("connectionreset");
    }

    private static void press(Window window, String action) {
        try {
            window.send(action);
            window.page().waitForURL(url -> url.startsWith("chrome-error:"));
        } catch (PlaywrightException cut) {
            // The browser's own page says that there is no line.
        }
    }

    private static void again(Page page) {
        page.reload();
    }
}
