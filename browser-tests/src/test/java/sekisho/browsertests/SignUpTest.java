package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.check.PageCheck;
import sekisho.browsertests.journey.Newcomer;
import sekisho.browsertests.testing.InBrowser;

@InBrowser
final class SignUpTest {
    static List<Look> looks() {
        return Look.journeys();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void somebodyNewHasAWalletAfterFourStepsAndMayCloseItForGood(Look look, World world) {
        var aoi = Newcomer.called("北 葵", "キタ アオイ");
        Window window = world.open(look);
        aoi.makePasskey(window);
        assertThat(PageCheck.of(window)).isEmpty();
        aoi.proveMail(window);
        assertThat(PageCheck.of(window)).isEmpty();
        aoi.showIdentity(window);
        assertThat(PageCheck.of(window)).isEmpty();
        aoi.chooseHandle(window);
        assertThat(PageCheck.of(window)).isEmpty();
        assertThat(window.passkey().count()).isEqualTo(1);
        close(window);
    }

    /** What is empty is closed by its owner's finger; the passkey opens nothing any more. */
    private static void close(Window window) {
        int _ = window.go("/settings/close");
        window.passkey().rightFinger(false);
        window.send("/settings/close");
        window.page().locator("[data-passkey-failed]").waitFor();
        assertThat(PageCheck.of(window)).isEmpty();
        window.passkey().rightFinger(true);
        window.send("/settings/close");
        window.arriveAt("/sign-in");
        window.send("/sign-in");
        window.page().locator("main > form .note.stop[role=alert]:visible").waitFor();
        assertThat(PageCheck.of(window)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whoHasSignedUpSignsInOnAnotherDevice(Look look, World world) {
        Window first = world.open(look);
        Newcomer.called("南 凪", "ミナミ ナギ").signUp(first);
        Window second = world.open(look);
        first.passkey().copyTo(second.passkey());
        Newcomer.signIn(second);
        assertThat(second.path()).isEqualTo("/home");
    }
}
