package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.journey.Role;
import sekisho.browsertests.system.Site;
import sekisho.browsertests.testing.InBrowser;

@InBrowser
final class SystemTest {
    @Test
    void theBrowserReachesTheSystemThatWasStarted(World world) {
        var window = world.open(Look.phone(Language.JA));
        window.watch().expect(401);
        assertThat(window.go("/v1/requests/00000000-0000-7000-8000-000000000000"))
                .isEqualTo(401);
        assertThat(window.page().content()).contains("unauthenticated");
        assertThat(world.system().printed())
                .contains(world.system().url(Site.WALLET).toString());
    }

    @Test
    void theBanksAreReachedByTheSameName(World world) {
        assertThat(world.system().url(Site.BANK).getHost()).isEqualTo("localhost");
        var window = world.open(Look.desktop(Language.EN), Role.SIGNED_OUT, Site.BANK);
        window.watch().expect(401);
        window.watch().expect(404);
        assertThat(window.go("/admin/banks/9991/conduct")).isIn(401, 404);
    }

    /** A host that ends in .localhost is this machine, and an origin of its own. */
    @Test
    void theConsolesHostIsReached(World world) {
        var window = world.open(Look.desktop(Language.EN), Role.SIGNED_OUT, Site.CONSOLE);
        window.watch().expect(400);
        window.watch().expect(401);
        window.watch().expect(403);
        window.watch().expect(404);
        window.watch().expect(421);
        assertThat(window.go("/actuator/health/readiness")).isBetween(200, 499);
        assertThat(window.page().evaluate("location.hostname")).isEqualTo("console.localhost");
    }
}
