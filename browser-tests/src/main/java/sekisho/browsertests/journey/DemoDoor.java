package sekisho.browsertests.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.system.RunningSystem;
import sekisho.browsertests.system.Site;

/** The demonstration's page that lets its people in, each link once. Its world appears a little after the start. */
public final class DemoDoor {
    private static final Duration PLANTED_WITHIN = Duration.ofSeconds(90);
    private static final int LOOK_MILLIS = 200;
    private static final int OK = 200;

    private DemoDoor() {}

    /** Comes in as somebody with a wallet: their handle, without its sign. */
    public static void customer(Window window, RunningSystem system, String handle) {
        come(window, system, link -> link.filter(text("@" + handle)).first());
        window.arriveAt("/home");
    }

    /** Comes in as who works in a shop: their handle, without its sign. Shops stand below the people. */
    public static void shopkeeper(Window window, RunningSystem system, String handle) {
        come(window, system, link -> link.filter(text("@" + handle)).last());
        window.arriveAt("/shop");
    }

    /** Comes in as one of the staff, at the console. Place: 0 for the first, who opens again what another closed. */
    public static void staff(Window window, RunningSystem system, int place) {
        String console = system.url(Site.CONSOLE).toString();
        come(
                window,
                system,
                link -> window.page().locator("a.item[href^='" + console + "']").nth(place));
        window.page().waitForURL(url -> url.startsWith(console + "/console"));
    }

    private static void come(Window window, RunningSystem system, java.util.function.UnaryOperator<Locator> whose) {
        String list = system.url(Site.WALLET) + "/demo";
        long deadline = System.nanoTime() + PLANTED_WITHIN.toNanos();
        while (true) {
            int _ = window.go(list);
            Page page = window.page();
            // Shops come last: when they are there, everybody is.
            if (page.locator("section.section").count() > 3) {
                String address = whose.apply(page.locator("a.item")).getAttribute("href");
                if (window.go(address) != OK) {
                    throw new IllegalStateException(
                            "the door is not open: " + page.locator("main").innerText());
                }
                page.locator("form[action^='/demo/enter/'] button").first().click();
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the demo world is not there: " + system.said());
            }
            page.waitForTimeout(LOOK_MILLIS);
        }
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
