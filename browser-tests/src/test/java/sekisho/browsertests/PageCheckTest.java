package sekisho.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sekisho.browsertests.browser.Language;
import sekisho.browsertests.browser.Look;
import sekisho.browsertests.check.Finding;
import sekisho.browsertests.check.PageCheck;
import sekisho.browsertests.check.Weight;
import sekisho.browsertests.testing.InBrowser;
import sekisho.browsertests.testing.TinySite;

@InBrowser
final class PageCheckTest {
    /** Each is the only thing that is wrong with its page. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <img src='/favicon.ico'>                                                         | axe image-alt
            <button></button>                                                                | axe button-name
            <p style='color:#999;background:#fff'>Too pale to be read</p>                    | axe color-contrast
            <input name='a'>                                                                 | axe label
            <p>??wallet.title??</p>                                                          | wording
            <p>Hello {0}</p>                                                                 | wording
            <p>wallet.home.title</p>                                                         | wording
            <p>undefined</p>                                                                 | wording
            <button aria-label='sign-in.do'>x</button>                                       | wording
            <p>もう一度お試しください。</p>                                                      | wording
            <p style='width:600px'>A paragraph that is wider than any phone that there is</p> | reflow
            <p style='width:360px'>A paragraph that is wider than narrow screens, but a phone</p> | reflow at 320
            <p style='width:90px;overflow:hidden;white-space:nowrap'>Words that are cut off</p> | reflow
            <p style='height:20px;line-height:20px;width:90px;overflow:hidden'>Words of which the last line is cut off</p> | reflow
            """)
    void whatIsWrongIsFound(String body, String check, World world) {
        assertThat(findings(world, body))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.check()).startsWith(check));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Write to minori@mail.example, or look at <code>wallet.home</code>.</p>
            <p lang='ja'>もう一度お試しください。</p>
            <p>北 葵 (キタ アオイ) has ¥12,345</p>
            <div style='overflow-x:auto' tabindex='0'><p style='width:900px'>A table that can be scrolled by itself</p></div>
            <p style='position:absolute;width:1px;height:1px;overflow:hidden'>For screen readers alone</p>
            <a href='#a' style='position:absolute;left:-999px'>Skip</a>
            """)
    void whatIsRightIsNot(String body, World world) {
        assertThat(findings(world, body)).isEmpty();
    }

    @Test
    void aPageInTheOtherLanguageIsFound(World world) {
        try (var site = new TinySite().page("/", "<p>You will not be charged twice.</p>")) {
            var window = world.openAt(Look.phone(Language.JA), site.url());
            assertThat(window.go("/")).isEqualTo(200);
            assertThat(PageCheck.of(window))
                    .extracting(Finding::text)
                    .hasSize(2)
                    .anyMatch(text -> text.contains("lang is “en”"))
                    .anyMatch(text -> text.startsWith("English on a Japanese page"));
        }
    }

    /** The checks' own scripts are not the page's. */
    @Test
    void aStrictPolicyKeepsNoCheckOut(World world) {
        try (var site = new TinySite().page("/", "<button></button>").under("default-src 'self'")) {
            var window = world.openAt(Look.phone(Language.EN), site.url());
            assertThat(window.go("/")).isEqualTo(200);
            assertThat(PageCheck.of(window)).extracting(Finding::check).containsExactly("axe button-name");
        }
    }

    @Test
    void theWeightIsThatOfEverythingThatWasSent(World world) {
        try (var site = new TinySite()
                .page("/", "<script src='/a.js'></script>")
                .answer("/a.js", 200, "text/javascript", "/*" + "x".repeat(50_000) + "*/")) {
            var weight = Weight.ofFirstVisit(world.openAt(Look.phone(Language.EN), site.url()), "/");
            assertThat(weight.parts().getFirst().address()).endsWith("/a.js");
            assertThat(weight.bytes()).isBetween(50_000L, 52_000L);
        }
    }

    private static List<Finding> findings(World world, String body) {
        try (var site = new TinySite().page("/", body)) {
            var window = world.openAt(Look.phone(Language.EN), site.url());
            assertThat(window.go("/")).isEqualTo(200);
            return PageCheck.of(window);
        }
    }
}
