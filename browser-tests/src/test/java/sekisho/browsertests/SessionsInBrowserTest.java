package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.journey.ShopCounter;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;

/** What a session is worth in a browser. Timeouts, and the proof of each form, are tested at the server. */
@InBrowser
final class SessionsInBrowserTest {
    private static final String STORED = """
            async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys()),
                ...(await indexedDB.databases()).map(database => database.name)].join()
            """;

    /** The path of the last page, without what it showed; the library of the pages keeps it. */
    private static final String LAST_PATH = "htmx-current-path-for-history";

    private static final Look LOOK = Look.phone(Language.JA);

    private static Window enter(World world, String handle) {
        Window window = world.open(LOOK);
        DemoDoor.customer(window, world.system(), handle);
        return window;
    }

    @Test
    void whoComesInGetsAnotherSessionThanTheOneThatWasThere(World world) {
        Window window = world.open(LOOK);
        int _ = window.go("/sign-in");
        List<Cookie> planted = window.context().cookies();
        assertThat(planted).isNotEmpty();
        DemoDoor.customer(window, world.system(), "taro");
        assertThat(values(window.context().cookies())).doesNotContainAnyElementsOf(values(planted));
        Window thief = world.open(LOOK);
        thief.context().addCookies(planted);
        int _ = thief.go("/home");
        assertThat(thief.path()).isEqualTo("/sign-in");
    }

    private static List<String> values(List<Cookie> cookies) {
        return cookies.stream().map(cookie -> cookie.value).toList();
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, /home", "OPERATOR, /console/banks", "BANK_CUSTOMER, /banks/0801/account"})
    void noScriptReadsACookieAndNoOtherSiteSendsIt(Role role, String path, World world) {
        Window window = world.open(LOOK, role);
        int _ = window.go(path);
        assertThat(window.context().cookies()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            assertThat(cookie.sameSite).as(cookie.name).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
        });
        assertThat(window.page().evaluate("document.cookie")).isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER, WALLET, /home",
        "SIGNED_OUT, WALLET, /sign-up",
        "MERCHANT, WALLET, /shop",
        "OPERATOR, CONSOLE, /console/banks",
        "SIGNED_OUT, CONSOLE, /console/sign-in",
        "SIGNED_OUT, BANK, /banks/0801/",
    })
    void aScriptThatIsInThePageDoesNotRun(Role role, Site site, String path, World world) {
        Window window = world.open(LOOK, role, site);
        Response answer = window.page().navigate(path);
        assertThat(answer.headerValue("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        window.page().evaluate("""
                () => {
                  const script = document.createElement("script");
                  script.textContent = "window.ran = true";
                  document.body.append(script);
                }""");
        assertThat(window.page().evaluate("window.ran === undefined")).isEqualTo(true);
        // The browser says on its console that it refused.
        assertThat(window.watch().take())
                .singleElement()
                .matches(trouble -> trouble.text().contains("Content Security Policy"));
    }

    @Test
    void signingOutEverywhereEndsAllWindowsAndTheBackButtonShowsNothing(World world) {
        Window here = enter(world, "taro");
        Window there = enter(world, "taro");
        there.watch().expect(401);
        int _ = here.go("/settings/devices");
        here.send("/settings/devices/end-all");
        here.arriveAt("/sign-in");
        int _ = there.go("/history");
        assertThat(there.path()).isEqualTo("/sign-in");
        here.page().goBack();
        assertThat(here.path()).isEqualTo("/sign-in");
        assertThat(here.page().evaluate(STORED))
                .as("what the browser keeps of us")
                .isIn("", LAST_PATH);
        assertThat(here.page().locator(".appbar + main .list")).hasCount(0);
    }

    /** Ids of one customer are nothing to another: not in an address and not in a form. */
    @Test
    void whatBelongsToSomebodyElseIsNotThere(World world) {
        Window hers = enter(world, "hanako");
        Window his = enter(world, "taro");
        // What he did with his bank: a transfer has two sides, and each may see it.
        String receipt = first(his, "/history?filter=banks", "a.item[href^='/receipt/']");
        String link = first(his, "/links", "a.item[href^='/links/']");
        WalletApp.in(his).ask("@yui", 123);
        String withdraw =
                his.page().locator("form[action$='/withdraw']").first().getAttribute("action");
        hers.watch().expect(404);
        for (String address :
                List.of(receipt, link, "/send?ask=" + withdraw.replaceAll("^/requests/|/withdraw$", ""))) {
            assertThat(hers.go(address)).as(address).isEqualTo(404);
        }
        var form = new Forms(hers);
        String id = link.substring("/links/".length());
        assertThat(form.post("/links/" + id + "/end", Map.of("request", form.requestId())))
                .isEqualTo(404);
        assertThat(form.post("/cash-out/review", Map.of("link", id, "amount", "100")))
                .isEqualTo(404);
        assertThat(form.post("/top-up", Map.of("link", id, "amount", "100", "request", form.requestId())))
                .isEqualTo(404);
        assertThat(form.post(withdraw, Map.of())).isEqualTo(404);
        assertThat(form.post(withdraw.replace("withdraw", "decline"), Map.of())).isEqualTo(404);
    }

    @Test
    void whatBelongsToAnotherShopIsNotThere(World world) {
        Window bakery = world.open(LOOK);
        DemoDoor.shopkeeper(bakery, world.system(), "kenji");
        Window books = world.open(LOOK);
        DemoDoor.shopkeeper(books, world.system(), "yui");
        String payment = first(books, "/shop/day", "a.item[href^='/shop/payments/']");
        var _ = ShopCounter.in(books).charge(100);
        String charge = books.path();
        bakery.watch().expect(404);
        assertThat(bakery.go(payment)).isEqualTo(404);
        assertThat(bakery.go(charge)).isEqualTo(404);
        var form = new Forms(bakery);
        assertThat(form.post(charge + "/cancel", Map.of())).isEqualTo(404);
        for (String what : List.of("refund", "capture")) {
            assertThat(form.post(payment + "/" + what, Map.of("amount", "1", "request", form.requestId())))
                    .isEqualTo(404);
        }
        assertThat(form.post(payment + "/void", Map.of("request", form.requestId())))
                .isEqualTo(404);
    }

    private static String first(Window window, String page, String link) {
        int _ = window.go(page);
        return window.page().locator(link).first().getAttribute("href");
    }

    /** Sends forms that no page shows, with the proof that a page of the same person has. */
    private static final class Forms {
        private final Page page;
        private final APIRequestContext browser;

        Forms(Window window) {
            window.page().navigate("/settings/freeze");
            page = window.page();
            browser = window.context().request();
        }

        String requestId() {
            return page.locator("main [name='request']").first().getAttribute("value");
        }

        int post(String address, Map<String, String> fields) {
            var form = FormData.create()
                    .set("_csrf", page.locator("main [name='_csrf']").first().getAttribute("value"));
            fields.forEach(form::set);
            return browser.post(
                            address,
                            RequestOptions.create()
                                    .setForm(form)
                                    .setMaxRedirects(0)
                                    .setHeader(
                                            "Origin",
                                            java.net
                                                    .URI
                                                    .create(page.url())
                                                    .resolve("/")
                                                    .toString()
                                                    .replaceAll("/$", "")))
                    .status();
        }
    }
}
