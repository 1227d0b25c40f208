package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.browser.Trouble;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.TinySite;

@InBrowser
final class WatchTest {
    private final TinySite site = new TinySite();

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <script>console.error('oh')</script>                     | console error
            <script>console.warn('hm')</script>                      | console warning
            <script>throw new Error('no')</script>                   | script error
            <script>Promise.reject(new Error('no'))</script>         | script error
            <img alt='a' src='/nowhere.png'>                         | answer 404
            <img alt='a' src='http://localhost:1/a.png'>             | failed request
            <img alt='a' src='http://somewhere.example/a.png'>       | foreign host
            <script src='https://cdn.example/a.js'></script>         | foreign host
            """)
    void aPageThatDoesWhatNoPageMayDoIsInTrouble(String body, String kind, World world) {
        site.page("/", body);
        var window = world.openAt(Look.desktop(Language.EN), site.url());
        assertThat(window.go("/")).isEqualTo(200);
        assertThat(window.watch().take()).extracting(Trouble::kind).containsOnly(kind);
    }

    @Test
    void aGoodPageIsNot(World world) {
        site.page("/", "<p>Good.</p><a href='/next'>Next</a>").page("/next", "<p>Better.</p>");
        var window = world.openAt(Look.phone(Language.EN), site.url());
        assertThat(window.go("/")).isEqualTo(200);
        window.page().click("a");
        window.arriveAt("/next");
        assertThat(window.watch().troubles()).isEmpty();
    }

    @Test
    void aRefusalThatATestExpectsIsNoTrouble(World world) {
        site.answer("/secret", 403, "text/plain", "no");
        var window = world.openAt(Look.phone(Language.EN), site.url());
        window.watch().expect(403);
        assertThat(window.go("/secret")).isEqualTo(403);
        assertThat(window.watch().troubles()).isEmpty();
    }

    @Test
    void aLineThatATestCutsIsNoTrouble(World world) {
        site.page("/", "<button onclick=\"fetch('/').catch(() => document.title = 'lost')\">Fetch</button>");
        var window = world.openAt(Look.phone(Language.EN), site.url());
        assertThat(window.go("/")).isEqualTo(200);
        window.cutLine(true);
        window.page().click("button");
        window.page().waitForFunction("document.title === 'lost'");
        window.cutLine(false);
        assertThat(window.watch().troubles()).isEmpty();
    }

    @Test
    void tabsOfAWindowAreWatchedToo(World world) {
        site.page("/", "<script>console.error('oh')</script>");
        var window = world.openAt(Look.phone(Language.EN), site.url());
        window.newTab().navigate("/");
        assertThat(window.watch().take()).extracting(Trouble::text).containsExactly("oh");
    }
}
