package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.BankAccount;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.Newcomer;
import sekisho.browsertests.journey.Resident;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.journey.ShopCounter;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.journey.Yen;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.Sound;

/** A wallet from its first day to its last. */
@InBrowser
final class WalletJourneyTest {
    /** What a spreadsheet runs: a cell that begins so, quoted or not. */
    private static final Pattern FORMULA = Pattern.compile("(^|,)\"?[=+\\-@\\t＝＋－＠]");

    static List<Look> looks() {
        return Look.journeys();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void somebodyLinksTopsUpSendsPaysAndCashesOut(Look look, World world) throws IOException {
        Resident who = Resident.of(look);
        Newcomer newcomer = who.newcomer();
        Window window = world.open(look);
        var wallet = new WalletApp(window, Sound::page);
        newcomer.signUp(window);
        seeNoBankYet(window);
        seeWhatCanBeLinked(window);
        wallet.link(who);
        assertThat(window.page().locator("a[href^='/top-up?link=']")).isVisible();
        wallet.topUp(30_000);
        assertThat(wallet.balance()).isEqualTo(30_000);

        Window friend = world.open(look);
        DemoDoor.customer(friend, world.system(), "taro");
        send(wallet);
        askAndBePaid(wallet, newcomer, WalletApp.in(friend));
        assertThat(wallet.balance()).isEqualTo(30_000 - 3_200 + 1_500);

        Window shop = world.open(look);
        DemoDoor.shopkeeper(shop, world.system(), "kenji");
        payInAShop(wallet, ShopCounter.in(shop));
        cashOut(wallet);
        assertThat(wallet.balance()).isEqualTo(30_000 - 3_200 + 1_500 - 800 - 640 - 550 - 2_000);

        seeHistory(window);
        seeFile(window);
        seeSettings(window);
        endAtTheBank(wallet, who, world);
        freeze(wallet, newcomer, WalletApp.in(friend));
    }

    private static void seeNoBankYet(Window window) {
        for (String page : List.of("/top-up", "/cash-out")) {
            int _ = window.go(page);
            assertThat(window.page().locator("main a[href='/links/choose']")).isVisible();
            Sound.page(window);
        }
    }

    /** By name, by kana, by code; what cannot be chosen is no link and says why. */
    private static void seeWhatCanBeLinked(Window window) {
        Page page = window.page();
        int _ = window.go("/links/choose");
        Locator possible = page.locator("#banks a[href^='/links/at/']");
        assertThat(page.locator("#banks li")).hasCount(35);
        window.field("query").fill("0801");
        assertThat(possible).hasCount(1);
        String name = possible.locator("b").innerText();
        window.field("query").fill(name);
        assertThat(possible.first()).hasAttribute("href", "/links/at/0801");
        window.field("query").fill("ミズホ");
        Locator impossible = page.locator("#banks li.off");
        assertThat(impossible.first()).isVisible();
        assertThat(impossible.first().locator("a")).hasCount(0);
        assertThat(impossible.first().locator(".what .sub")).not().isEmpty();
        Sound.page(window);
    }

    /** Before money leaves, its payer sees who gets it: not the whole name, but one that evidence vouches for. */
    private static void send(WalletApp wallet) {
        wallet.reviewSending("@taro", 3_200, "=1+1");
        Page page = wallet.window().page();
        assertThat(page.locator("main")).containsText("@taro");
        assertThat(page.locator("main")).not().containsText("灯野");
        assertThat(page.locator("section.card .state.done")).isVisible();
        wallet.send();
        assertThat(page.locator("main .sum")).hasText("−¥3,200");
    }

    private static void askAndBePaid(WalletApp wallet, Newcomer newcomer, WalletApp friend) {
        wallet.ask("@taro", 1_500);
        Locator asking = wallet.window().page().locator("li").filter(hasText("@taro"));
        assertThat(asking.locator(".state.wait")).isVisible();
        friend.reviewRequest("@" + newcomer.handle(), 1_500);
        friend.send();
        int _ = wallet.window().go("/requests");
        assertThat(asking.locator(".state.done")).isVisible();
    }

    private static void payInAShop(WalletApp wallet, ShopCounter shop) {
        Page page = wallet.window().page();
        wallet.reviewPaying(shop.number(), 800);
        wallet.pay();
        assertThat(page.locator("main .sum")).hasText("¥800");
        String charge = shop.charge(640);
        wallet.reviewCharge(charge);
        wallet.pay();
        assertThat(page.locator(".state.done")).isVisible();
        assertThat(shop.window().page().locator("#charge .state.done")).isVisible();

        String own = wallet.ownCode();
        Sound.page(wallet.window());
        shop.take(550, own, false);
        assertThat(shop.window().page().locator("#payment .state.done")).isVisible();
        assertThat(page.locator("main [role=status] .sum")).hasText("¥550");
        Sound.page(wallet.window());
    }

    /** Nothing leaves for a bank without the right finger. */
    private static void cashOut(WalletApp wallet) {
        Window window = wallet.window();
        Locator failed = window.page().locator("[data-passkey-failed]");
        wallet.reviewCashOut(2_000);
        window.passkey().rightFinger(false);
        window.send("/cash-out");
        assertThat(failed).isVisible();
        Sound.page(window);
        window.passkey().rightFinger(true);
        window.send("/cash-out");
        wallet.awaitReceipt();
        assertThat(window.page().locator("#movement .state.done")).isVisible();
        Sound.page(window);
    }

    private static void seeHistory(Window window) {
        Page page = window.page();
        Locator lines = page.locator("section.section ul.list a.item[href^='/receipt/']");
        int _ = window.go("/history");
        assertThat(lines).hasCount(7);
        List<Long> moved = amounts(lines.locator(".end .yen"));
        List<Long> after = amounts(lines.locator(".end .num"));
        assertThat(after.getFirst())
                .isEqualTo(Yen.in(page.locator(".thirds dd").last().innerText()));
        for (int i = 1; i < moved.size(); i++) {
            assertThat(after.get(i - 1)).as("after line %d", i).isEqualTo(after.get(i) + moved.get(i - 1));
        }
        page.locator("a.chip[href$='filter=people']").click();
        assertThat(lines).hasCount(2);
        page.locator("a.chip[href$='filter=paid']").click();
        assertThat(lines).hasCount(3);
        page.locator("a.chip[href$='filter=banks']").click();
        assertThat(lines).hasCount(2);
        page.locator("a.chip[href$='filter=all']").click();
        search(window, "3,200");
        assertThat(lines).hasCount(1);
        search(window, "taro");
        assertThat(lines).hasCount(2);
        search(window, "nobody has this name");
        assertThat(lines).hasCount(0);
        Sound.page(window);
    }

    private static void search(Window window, String text) {
        window.field("query").fill(text);
        window.field("query").press("Enter");
        window.page().waitForURL(Pattern.compile(".*query=.+"));
        assertThat(window.field("query")).hasValue(text);
    }

    private static List<Long> amounts(Locator texts) {
        var amounts = new ArrayList<Long>();
        texts.allInnerTexts().forEach(text -> amounts.add(Yen.in(text)));
        return amounts;
    }

    private static void seeFile(Window window) throws IOException {
        int _ = window.go("/history");
        Download file = window.page()
                .waitForDownload(
                        () -> window.page().locator("a[href='/history.csv']").click());
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(8);
        assertThat(lines.subList(1, lines.size()))
                .noneMatch(line -> FORMULA.matcher(line).find())
                .anyMatch(line -> line.contains("taro") && line.contains(",3200,"));
    }

    private static void seeSettings(Window window) {
        int _ = window.go("/settings/limits");
        assertThat(window.page().locator("dl.pairs").first()).containsText("¥");
        int _ = window.go("/settings/devices");
        assertThat(window.page().locator("main ul.list").first().locator("li")).hasCount(1);
        int _ = window.go("/inbox");
        assertThat(window.page().locator("main ul.list li").first()).isVisible();
        int _ = window.go("/settings/close");
        // What is not empty cannot be closed: the way out is a cash-out.
        assertThat(window.page().locator("form[action='/settings/close']")).hasCount(0);
        assertThat(window.page().locator("main a[href='/cash-out']")).isVisible();
        Sound.page(window);
    }

    /** The bank's statement has what the wallet did; what is ended there is ended here, without anybody doing anything. */
    private static void endAtTheBank(WalletApp wallet, Resident who, World world) {
        Window window = wallet.window();
        Window atBank = world.open(window.look(), Role.SIGNED_OUT, Site.BANK);
        var account = new BankAccount(atBank, world.system().url(Site.BANK) + "/banks/" + who.bank(), Sound::page);
        account.signIn(who);
        assertThat(account.out().filter(hasText("30,000")).first()).isVisible();
        assertThat(account.in().filter(hasText("2,000")).first()).isVisible();

        int _ = window.go("/links");
        window.page().locator("#links a.item").first().click();
        assertThat(window.page().locator("#link a[href^='/top-up?link=']")).isVisible();
        account.endMandate();
        assertThat(window.page().locator("#link .note.stop")).isVisible();
        assertThat(window.page().locator("#link a[href='/links/choose']")).isVisible();
        assertThat(window.page().locator("a[href^='/top-up?link=']")).hasCount(0);
        Sound.page(window);
        int _ = window.go("/top-up");
        assertThat(window.page().locator("main a[href='/links/choose']")).isVisible();
        assertThat(window.page().locator("form[action='/top-up']")).hasCount(0);
        Sound.page(window);
        int _ = window.go("/inbox");
        assertThat(window.page().locator("main ul.list li b").first()).isVisible();
        Sound.page(window);
    }

    /** Nothing goes out any more and nothing comes in, and who sends is told that it did not move. */
    private static void freeze(WalletApp wallet, Newcomer newcomer, WalletApp friend) {
        Window window = wallet.window();
        long before = wallet.balance();
        int _ = window.go("/settings/freeze");
        window.send("/settings/freeze");
        assertThat(window.page().locator(".state.frozen")).isVisible();
        Sound.page(window);
        wallet.reviewSending("@taro", 100, "");
        window.send("/send");
        assertThat(window.page().locator("[role=alert]:visible").first()).isVisible();
        friend.reviewSending("@" + newcomer.handle(), 100, "");
        friend.window().send("/send");
        assertThat(friend.window().page().locator("[role=alert]:visible").first())
                .isVisible();
        Sound.page(friend.window());
        assertThat(wallet.balance()).isEqualTo(before);
        assertThat(window.page().locator(".note.stop")).isVisible();
        Sound.page(window);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
