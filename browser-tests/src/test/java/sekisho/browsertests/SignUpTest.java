package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Window;
import sekisho.browsertests.check.PageCheck;
import sekisho.browsertests.journey.CardReader;
import sekisho.browsertests.journey.Newcomer;
import sekisho.browsertests.testing.InBrowser;

@InBrowser
final class SignUpTest {
    /** What can be wrong with a card, and the code by which it is refused. */
    private static final Map<String, String> BAD_CARDS = Map.of(
            "expired", "CERTIFICATE_EXPIRED",
            "revoked", "REVOKED_BY_CRL",
            "other-authority", "ISSUER_NOT_TRUSTED",
            "log-in", "AUTHENTICATION_CERTIFICATE",
            "other-challenge", "SIGNATURE_WRONG");

    static List<Look> looks() {
        return Look.journeys();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void somebodyNewHasAWalletAfterFourStepsAndMayCloseItForGood(Look look, World world) {
        var aoi = Newcomer.called("北 葵");
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

    /** Each screen and each language once: there are many pages. */
    static List<Look> twoLooks() {
        return List.of(Look.phone(Language.JA), Look.desktop(Language.EN));
    }

    @ParameterizedTest
    @MethodSource("twoLooks")
    void whoShowsABadCardLearnsWhyAndMayShowAGoodOne(Look look, World world) {
        var nagi = Newcomer.called("南 凪");
        Window window = world.open(look);
        nagi.makePasskey(window);
        nagi.proveMail(window);
        assertThat(PageCheck.of(window)).isEmpty();
        BAD_CARDS.forEach((condition, code) -> {
            CardReader.at(window).read(nagi, condition);
            CardReader.send(window);
            assertThat(CardReader.refusal(window)).isEqualTo(code);
            assertThat(PageCheck.of(window)).isEmpty();
        });
        int _ = window.go("/home");
        assertThat(window.path()).isEqualTo("/welcome/identity");
        seeEachPageOnTheWay(nagi, window);
    }

    private static void seeEachPageOnTheWay(Newcomer nagi, Window window) {
        for (String path : List.of("/welcome/identity/passport", "/welcome/identity/card")) {
            int _ = window.go(path);
            assertThat(PageCheck.of(window)).isEmpty();
        }
        CardReader reader = CardReader.at(window);
        assertThat(PageCheck.of(window)).isEmpty();
        reader.read(nagi, "good");
        assertThat(PageCheck.of(window)).isEmpty();
        CardReader.send(window);
        window.arriveAt("/welcome/identity/checked");
        assertThat(PageCheck.of(window)).isEmpty();
        assertThat(window.page().locator(".plaque").innerText()).contains("南 凪");
        window.send("/welcome/identity/checked");
        window.arriveAt("/welcome/handle");
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
        Newcomer.called("南 凪").signUp(first);
        Window second = world.open(look);
        first.passkey().copyTo(second.passkey());
        Newcomer.signIn(second);
        assertThat(second.path()).isEqualTo("/home");
    }
}
