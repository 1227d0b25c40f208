package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.BankAccount;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.Resident;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.journey.ShopCounter;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.journey.Yen;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.Sound;

/** A day in a shop. */
@InBrowser
final class ShopJourneyTest {
    /** The shop's owner, and where takings go. */
    private static final Resident OWNER = new Resident("若竹 結衣", "ワカタケ ユイ", "WAKATAKE YUI", "2001-07-07", "0830");

    static List<Look> looks() {
        return Look.journeys();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aShopTakesHoldsGivesBackAndIsPaidOut(Look look, World world) {
        Window counter = world.open(look);
        DemoDoor.shopkeeper(counter, world.system(), "yui");
        Window phone = world.open(look);
        DemoDoor.customer(phone, world.system(), "hanako");
        var shop = new ShopCounter(counter, Sound::page);
        var wallet = new WalletApp(phone, Sound::page);
        List<Long> before = day(counter);
        long balance = wallet.balance();

        chargeAndRefund(shop, wallet);
        holdAndCapture(shop, wallet);
        holdAndLetGo(shop, wallet);
        assertThat(wallet.balance()).isEqualTo(balance - 600 + 200 - 300);
        List<Long> after = day(counter);
        assertThat(after.get(0) - before.get(0)).as("taken").isEqualTo(900);
        assertThat(after.get(1) - before.get(1)).as("given back").isEqualTo(200);
        assertThat(after.get(2) - before.get(2)).as("together").isEqualTo(700);
        mistype(shop);
        payOut(counter, world);
    }

    /** What was taken, given back, and both together, this day. */
    private static List<Long> day(Window counter) {
        int _ = counter.go("/shop/day");
        return counter.page().locator("#day .thirds dd").allInnerTexts().stream()
                .map(Yen::in)
                .toList();
    }

    private static void chargeAndRefund(ShopCounter shop, WalletApp wallet) {
        Page counter = shop.window().page();
        wallet.reviewCharge(shop.charge(600));
        wallet.pay();
        Page receipt = wallet.window().page();
        assertThat(counter.locator("#charge .state.done")).isVisible();
        Sound.page(shop.window());
        counter.locator("#charge a[href^='/shop/payments/']").click();
        counter.locator("form[action$='/refund']").waitFor();
        shop.refund(200);
        assertThat(counter.locator("#payment .state.back")).isVisible();
        assertThat(receipt.locator("#payment .state.back")).isVisible();
        assertThat(receipt.locator("#payment")).containsText("+¥200");
        // More than is left is refused beside the amount.
        shop.window().field("amount").fill("401");
        counter.locator("form[action$='/refund'] button[type=submit]").click();
        assertThat(counter.locator("#e-amount")).isVisible();
        Sound.page(shop.window());
    }

    private static void holdAndCapture(ShopCounter shop, WalletApp wallet) {
        shop.take(500, wallet.ownCode(), true);
        assertThat(shop.window().page().locator("#payment .state.wait")).isVisible();
        assertThat(wallet.window().page().locator("main [role=status] .state.wait"))
                .isVisible();
        Sound.page(wallet.window());
        shop.capture(300);
        assertThat(shop.window().page().locator("#payment .state.done")).isVisible();
    }

    private static void holdAndLetGo(ShopCounter shop, WalletApp wallet) {
        shop.take(450, wallet.ownCode(), true);
        shop.letGo();
        assertThat(shop.window().page().locator("form[action$='/refund'], form[action$='/capture']"))
                .hasCount(0);
    }

    private static void mistype(ShopCounter shop) {
        Window window = shop.window();
        int _ = window.go("/shop");
        window.field("amount").fill("100");
        window.field("code").fill("1234 5678 9012 3456");
        window.send("/shop/take");
        assertThat(window.page().locator("#e-code")).isVisible();
        Sound.page(window);
    }

    /** What is asked for is transferred by the bank, which the open page says by itself; the owner finds it on the bank's statement. */
    private static void payOut(Window counter, World world) {
        int _ = counter.go("/shop/payout");
        Locator paid = counter.page().locator("#payouts ul.list li .state.done");
        int before = paid.count();
        counter.field("amount").fill("123");
        counter.send("/shop/payout");
        assertThat(paid).hasCount(before + 1);
        // Nothing is on its way any more.
        assertThat(counter.page().locator("#funds .yen.plain")).hasCount(0);
        assertThat(counter.page().locator("#payouts .state.wait")).hasCount(0);
        Sound.page(counter);
        counter.field("amount").fill("99,999,999");
        counter.send("/shop/payout");
        assertThat(counter.page().locator("#e-amount")).isVisible();
        Sound.page(counter);

        Window atBank = world.open(counter.look(), Role.SIGNED_OUT, Site.BANK);
        String bank = world.system().url(Site.BANK) + "/banks/" + OWNER.bank();
        var account = new BankAccount(atBank, bank, Sound::page);
        account.signIn(OWNER);
        assertThat(account.in()
                        .filter(new Locator.FilterOptions().setHasText("123"))
                        .first())
                .isVisible();
    }
}
