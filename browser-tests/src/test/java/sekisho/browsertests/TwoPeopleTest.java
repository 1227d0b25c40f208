package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.ShopCounter;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.journey.Yen;
import sekisho.browsertests.testing.InBrowser;

/** Two people in two browsers: what one does, the other sees without reloading. */
@InBrowser
final class TwoPeopleTest {
    private static final long WITHIN_MILLIS = 2_000;

    static List<Look> looks() {
        return Look.oneJourney();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void eachSeesWhatTheOtherDoesWithinTwoSeconds(Look look, World world) {
        Window hers = world.open(look);
        DemoDoor.customer(hers, world.system(), "hanako");
        Window his = world.open(look);
        DemoDoor.customer(his, world.system(), "taro");
        var hanako = WalletApp.in(hers);
        var taro = WalletApp.in(his);
        var took = new ArrayList<Long>();
        // Amounts that the pages of an earlier look don't show.
        long one = Look.journeys().indexOf(look) + 1L;

        // She sends; he looks at his home.
        long before = taro.balance();
        hanako.reviewSending("@taro", 710 + one, "");
        took.add(seen(his, Yen.written(before + 710 + one), hanako::send));

        // She asks; his home says so.
        int _ = his.go("/home");
        hanako.reviewAsk("@taro", 320 + one);
        took.add(seen(his, Yen.written(320 + one), () -> hers.send("/request")));
        hers.arriveAt("/requests");

        // He pays what she asked for; she looks at her home.
        before = hanako.balance();
        taro.reviewRequest("@hanako", 320 + one);
        took.add(seen(hers, Yen.written(before + 320 + one), taro::send));

        // He pays in a shop, and the shop gives it back.
        Window counter = world.open(look);
        DemoDoor.shopkeeper(counter, world.system(), "kenji");
        var shop = ShopCounter.in(counter);
        taro.reviewCharge(shop.charge(400));
        took.add(appears(counter, "#charge .state.done", taro::pay));
        counter.page().locator("#charge a[href^='/shop/payments/']").click();
        counter.page().locator("form[action$='/refund']").waitFor();
        took.add(seen(his, "+¥400", () -> shop.refund(400)));
        assertThat(took).as("milliseconds from the press").allMatch(millis -> millis <= WITHIN_MILLIS);
    }

    /** How long after the press a page shows a text that it did not show before. Milliseconds. */
    private static long seen(Window watcher, String text, Runnable press) {
        return after(watcher, "document.querySelector('main').innerText.includes('" + text + "')", press);
    }

    private static long appears(Window watcher, String selector, Runnable press) {
        return after(watcher, "document.querySelector('" + selector + "') !== null", press);
    }

    /** The page itself writes down when; a reload would lose it. */
    private static long after(Window watcher, String condition, Runnable press) {
        Page page = watcher.page();
        page.evaluate("() => { const look = () => { if (" + condition + ") { window.seenAt ??= Date.now(); } };"
                + " if (" + condition + ") throw new Error('it is there already');"
                + " window.seenAt = undefined;"
                + " new MutationObserver(look).observe(document.body,"
                + " { subtree: true, childList: true, characterData: true }); }");
        long pressed = System.currentTimeMillis();
        press.run();
        page.waitForFunction("() => window.seenAt");
        return ((Number) page.evaluate("() => window.seenAt")).longValue() - pressed;
    }
}
