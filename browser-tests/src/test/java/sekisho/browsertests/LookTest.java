package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Screen;
import sekisho.browsertests.browser.Theme;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.TinySite;

@InBrowser
final class LookTest {
    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aPageSeesTheDeviceThatItIsShownOn(Look look, World world) {
        try (var site = new TinySite().page("/", "")) {
            var window = world.openAt(look, site.url());
            assertThat(window.go("/")).isEqualTo(200);
            var page = window.page();
            boolean phone = look.screen() == Screen.PHONE;
            assertThat(page.evaluate("innerWidth")).isEqualTo(phone ? 390 : 1280);
            assertThat(page.evaluate("innerHeight")).isEqualTo(phone ? 844 : 800);
            assertThat(page.evaluate("devicePixelRatio")).isEqualTo(phone ? 2 : 1);
            assertThat(page.evaluate("navigator.maxTouchPoints > 0")).isEqualTo(phone);
            assertThat(page.evaluate("navigator.language"))
                    .isEqualTo(look.language().locale());
            assertThat(page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"))
                    .isEqualTo("Asia/Tokyo");
            assertThat(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                    .isEqualTo(look.theme() == Theme.DARK);
        }
    }

    @Test
    void thereAreEight() {
        assertThat(Look.all()).hasSize(8).doesNotHaveDuplicates();
        assertThat(Look.journeys()).extracting(Look::language).contains(Language.values());
        assertThat(Look.journeys()).extracting(Look::screen).contains(Screen.values());
    }
}
