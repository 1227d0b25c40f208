package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sekisho.browsertests.sweep.Places;
import sekisho.browsertests.sweep.Route;
import sekisho.browsertests.sweep.Routes;
import sekisho.browsertests.system.Site;

final class RoutesTest {
    @Test
    void theControllersOfServerAndBanksAreRead() {
        assertThat(Routes.all())
                .anySatisfy(route -> {
                    assertThat(route.site()).isEqualTo(Site.WALLET);
                    assertThat(route.pattern()).isEqualTo("/problems/{code}");
                    assertThat(route.reads()).isTrue();
                    assertThat(route.forPrograms()).isTrue();
                })
                .anySatisfy(route -> {
                    assertThat(route.site()).isEqualTo(Site.BANK);
                    assertThat(route.pattern()).isEqualTo("/banks/{code}/debits");
                    assertThat(route.reads()).isFalse();
                });
    }

    @Test
    void aNewPageIsUnclassified() {
        var page = new Route(Site.WALLET, "GET", "/a-page-that-is-new", false, "NewPage.show");
        assertThat(Places.unclassified(List.of(page))).containsExactly(page);
    }

    @Test
    void addressesThatBelongToNothingAreMadeOfPatterns() {
        assertThat(new Route(Site.BANK, "GET", "/banks/{code}/device/{key}", false, "").nobodys())
                .isEqualTo("/banks/0/device/0");
    }
}
