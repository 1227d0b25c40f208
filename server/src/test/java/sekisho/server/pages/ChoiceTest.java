package sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.WebClient;

@ExtendWith(SharedServer.class)
final class ChoiceTest {
    private final WebClient web;

    ChoiceTest(RunningServer running) {
        this.web = new WebClient(running.server().baseUrl());
    }

    @Test
    void aChosenLanguageAndThemeStay() {
        var page = web.get("/sign-in");
        assertThat(page.html()).contains("<html lang=\"en\">");
        web.post(page, "/choice/language", Map.of("to", "ja", "back", "/sign-in"));
        web.post(page, "/choice/theme", Map.of("to", "dark", "back", "/sign-in"));
        var chosen = web.get("/sign-in");
        assertThat(chosen.html()).contains("<html lang=\"ja\" data-theme=\"dark\">");
        assertThat(chosen.header("Content-Language")).isEqualTo("ja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "evil"})
    void aChoiceLeadsToNoOtherSite(String back) {
        var page = web.get("/sign-in");
        assertThat(web.post(page, "/choice/language", Map.of("to", "ja", "back", back))
                        .leadsTo())
                .isEqualTo("/");
    }

    @Test
    void theFirstPageIsLightAndFromOneHost() {
        var page = web.get("/sign-in");
        var links = java.util.regex.Pattern.compile("(?:href|src)=\"([^\"#]+)")
                .matcher(page.html())
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(links).isNotEmpty().allMatch(link -> link.startsWith("/") && !link.startsWith("//"));
        long sum = page.html().length();
        for (String link : links.stream()
                .filter(link -> link.startsWith("/assets/"))
                .distinct()
                .toList()) {
            var asset = web.send(
                    link, web.request(link).header("Accept-Encoding", "gzip").GET());
            assertThat(asset.status()).as(link).isEqualTo(200);
            assertThat(asset.header("Cache-Control")).contains("immutable");
            sum += asset.html().length();
        }
        assertThat(sum).isLessThan(100_000);
    }

    @Test
    void thePartsAreShownInTheDemoWorldOnly() {
        assertThat(web.get("/parts").status()).isEqualTo(404);
    }
}
