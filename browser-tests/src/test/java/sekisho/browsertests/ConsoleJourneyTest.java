package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Passkey;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.BankDirector;
import sekisho.browsertests.journey.ConsoleDesk;
import sekisho.browsertests.journey.ConsoleDesk.Gate;
import sekisho.browsertests.journey.DemoDoor;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.journey.WalletApp;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.Sound;

/** An operator stops a bank and a wallet, and two people open it again. */
@InBrowser
final class ConsoleJourneyTest {
    /** The demonstration's Yui has her account here. */
    private static final String BANK = "0830";

    static List<Look> looks() {
        return Look.journeys();
    }

    private static ConsoleDesk desk(World world, Look look, int place) {
        Window window = world.open(look, Role.SIGNED_OUT, Site.CONSOLE);
        DemoDoor.staff(window, world.system(), place);
        return new ConsoleDesk(window, Sound::page);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aBankIsStoppedByOneAndOpenedByTwo(Look look, World world) {
        var director = new BankDirector(world.system());
        ConsoleDesk first = desk(world, look, 0);
        ConsoleDesk second = desk(world, look, 1);
        Window phone = world.open(look);
        DemoDoor.customer(phone, world.system(), "yui");
        var wallet = WalletApp.in(phone);
        long before = wallet.balance();
        director.hang(BANK);
        try {
            int _ = phone.go("/top-up");
            phone.field("amount").fill("1000");
            phone.send("/top-up");
            wallet.awaitReceipt();
            assertThat(phone.page().locator("#movement .doubtful")).isVisible();
            Sound.page(phone);

            Page desk = first.window().page();
            first.aboutToClose(BANK, Gate.TOP_UPS);
            assertThat(desk.locator("dialog#close [name='operation']:checked")).hasCount(1);
            // What is on its way is listed before anybody decides.
            assertThat(desk.locator("dialog#close tbody tr")).hasCount(1);
            Sound.page(first.window());
            first.close("seen in the journey");
            assertThat(desk.locator("ul.three > li").nth(Gate.TOP_UPS.place())).containsText(staff(first));
        } finally {
            director.behave(BANK);
        }
        // What was on its way is carried to its end.
        assertThat(phone.page().locator("#movement .state.done")).isVisible();
        assertThat(wallet.balance()).isEqualTo(before + 1_000);
        seeThatItIsStopped(phone);

        first.askToReopen(BANK, "looked into");
        assertThat(first.window().page().locator("form[action$='/confirm']")).hasCount(0);
        Sound.page(first.window());
        second.confirm(BANK);
        Sound.page(second.window());
        wallet.topUp(500);
        assertThat(wallet.balance()).isEqualTo(before + 1_500);
        seeAudit(first.window(), BANK);
    }

    private static String staff(ConsoleDesk desk) {
        return desk.window().page().locator(".who b").innerText();
    }

    /** The page offers nothing, and the server refuses who asks all the same. */
    private static void seeThatItIsStopped(Window phone) {
        int _ = phone.go("/top-up");
        Locator account = phone.page().locator("[name='link']");
        assertThat(account).isDisabled();
        assertThat(phone.page().locator("li.off .sub")).isVisible();
        Sound.page(phone);
        phone.field("amount").fill("1000");
        phone.send("/top-up");
        assertThat(phone.page().locator("[role=alert]:visible")).isVisible();
        Sound.page(phone);
        account.evaluate("it => { it.disabled = false; it.checked = true; }");
        phone.field("amount").fill("1000");
        phone.send("/top-up");
        assertThat(phone.page().locator("[role=alert]:visible")).isVisible();
        assertThat(phone.page()).hasURL(java.util.regex.Pattern.compile(".*/top-up"));
        Sound.page(phone);
    }

    private static void seeAudit(Window desk, String subject) {
        int _ = desk.go("/console/audit");
        assertThat(desk.page()
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(subject))
                        .first())
                .isVisible();
        int _ = desk.go("/console/health");
        assertThat(desk.page().locator("ul.three > li .state").first()).isVisible();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aWalletIsFoundFrozenAndUnfrozen(Look look, World world) {
        ConsoleDesk first = desk(world, look, 0);
        ConsoleDesk second = desk(world, look, 1);
        Window phone = world.open(look);
        DemoDoor.customer(phone, world.system(), "yui");
        first.find("@yui");
        first.freeze("asked by the customer");
        assertThat(first.window().page().locator("h1 .state.frozen")).isVisible();
        Sound.page(first.window());
        int _ = phone.go("/home");
        assertThat(phone.page().locator(".note.stop")).isVisible();
        ConsoleDesk supervisor =
                first.window().page().locator("[data-opens='freeze']").count() > 0 ? first : second;
        supervisor.find("@yui");
        supervisor.askToUnfreeze("was a mistake");
        assertThat(supervisor.window().page().locator("section.waiting")).isVisible();
        (supervisor.equals(first) ? second : first).signWhatWaits();
        int _ = phone.go("/home");
        assertThat(phone.page().locator(".note.stop")).hasCount(0);
        int _ = first.window().go("/console/audit");
        assertThat(first.window().page().locator("tbody")).containsText("asked by the customer");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void staffSignInWithAPasskeyThatStaysOnItsDeviceAndNoOther(Look look, World world) {
        Window bound = desk(world, look, 1).window();
        var _ = bound.passkey(Passkey.Kind.DEVICE_BOUND);
        int _ = bound.go("/console/passkeys");
        Locator rows = bound.page().locator("tbody tr");
        int before = rows.count();
        bound.send("/console/passkeys");
        assertThat(rows).hasCount(before + 1);
        bound.send("/console/sign-out");
        bound.arriveAt("/console/sign-in");
        bound.send("/console/sign-in");
        bound.arriveAt("/console/banks");

        Window copied = desk(world, look, 1).window();
        var _ = copied.passkey(Passkey.Kind.SYNCED);
        int _ = copied.go("/console/passkeys");
        copied.send("/console/passkeys");
        assertThat(copied.page().locator("[role=alert]:visible")).isVisible();
        Sound.page(copied);
        int _ = copied.go("/console/passkeys");
        assertThat(copied.page().locator("tbody tr")).hasCount(before + 1);
    }
}
