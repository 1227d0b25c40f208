package sekisho.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.journey.CardReader;
import sekisho.browsertests.journey.Newcomer;
import sekisho.browsertests.journey.PostBox;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.Sound;

/** A synced passkey on another device, and coming back without any: a card each time, and the wallet rests. */
@InBrowser
final class AuthenticatorJourneyTest {
    private static final String CARD = "/settings/passkeys/card";

    @Test
    void aCopyOnAnotherDeviceAndALostOneAreShownACardFor(World world) {
        var aoi = Newcomer.called("北 葵");
        Window phone = world.open(Look.phone(Language.EN));
        aoi.signUp(phone);

        Window desktop = world.open(Look.desktop(Language.JA));
        phone.passkey().copyTo(desktop.passkey());
        Newcomer.signIn(desktop);
        int _ = desktop.go("/cash-out");
        desktop.arriveAt(CARD);
        Sound.page(desktop);
        show(desktop, aoi, CARD);
        desktop.arriveAt("/settings/passkeys/raise");
        Sound.page(desktop);
        desktop.send("/settings/passkeys/raise");
        desktop.arriveAt("/settings/devices");
        assertThat(desktop.page().locator(".note.wait").first()).containsText(Pattern.compile("\\d\\d:\\d\\dまで"));
        Sound.page(desktop);

        Window anew = world.open(Look.phone(Language.EN));
        var _ = anew.passkey();
        int _ = anew.go("/sign-in");
        anew.page().locator("a[href='/recover']").click();
        anew.arriveAt("/recover");
        Sound.page(anew);
        anew.field("handle").fill(aoi.handle());
        anew.field("mail").fill(aoi.mail());
        anew.send("/recover");
        anew.arriveAt("/recover/code");
        Sound.page(anew);
        anew.field("code").fill(PostBox.code(anew, aoi.mail()));
        anew.send("/recover/code");
        anew.arriveAt("/recover/card");
        Sound.page(anew);
        show(anew, aoi, "/recover/card");
        anew.arriveAt("/recover/passkey");
        Sound.page(anew);
        anew.send("/recover/passkey");
        anew.arriveAt("/settings/devices");
        assertThat(anew.page().locator(".note.wait").first()).containsText("no account can be linked");
        assertThat(anew.page().locator("main ul.list").first().locator("li")).hasCount(2);
        Sound.page(anew);
        int _ = desktop.go("/home");
        desktop.arriveAt("/sign-in");
    }

    private static void show(Window window, Newcomer who, String page) {
        CardReader reader = CardReader.from(window, page);
        reader.read(who, "good");
        reader.send();
    }
}
