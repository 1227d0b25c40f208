package sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The licences of everything that the product consists of, by its bill of materials, which the whole build makes. */
final class LicencesTest {
    private static final Path BILL = Path.of("../target/bom.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Licences that let anybody use, change and sell what they stand on. */
    private static final Pattern FREE =
            Pattern.compile("(?i)(apache|mit\\b|mit-0|bsd|0bsd|epl|eclipse|cc0|public domain|unlicense|universal"
                    + " permissive|upl|icu|unicode|isc\\b|bouncy castle|go"
                    + " license|postgresql|edl).*|.*\\b(apache|bsd)\\b.*");

    /** Licences that bind whoever offers the program to others over a network. */
    private static final Pattern BINDING = Pattern.compile(
            "(?i).*(\\bagpl|affero|sspl|server side public|busl|business source|commons clause|elastic license).*");

    /** What has several licences of which the free one is taken, or an exception that frees; each has its line in docs/dependencies.md. */
    private static final Map<String, Set<String>> LOOKED_AT = Map.of(
            "org.openjdk.jmh",
            Set.of("jmh-core"),
            "ch.qos.logback",
            Set.of("logback-core", "logback-classic"),
            "org.eclipse.angus",
            Set.of("jakarta.mail"),
            "org.springframework.session",
            Set.of("spring-session-core", "spring-session-jdbc"),
            "jakarta.annotation",
            Set.of("jakarta.annotation-api"));

    @Test
    void everyPartOfTheProductHasALicenceThatFrees() throws Exception {
        boolean whole = System.getenv("SEKISHO_WHOLE_BUILD") != null;
        assumeTrue(whole || Files.exists(BILL), "the bill of materials is made by the whole build");
        assertThat(BILL).exists();
        JsonNode bill = JSON.readTree(Files.readString(BILL));
        assertThat(bill.path("bomFormat").asString("")).isEqualTo("CycloneDX");
        assertThat(bill.path("components").size()).isGreaterThan(60);
        assertThat(troubles(bill)).isEmpty();
    }

    @Test
    void aPlantedOneIsFound() throws IOException {
        for (String licence : new String[] {
            "AGPL-3.0-only",
            "GNU Affero General Public License v3",
            "SSPL-1.0",
            "Server Side Public License",
            "BUSL-1.1"
        }) {
            assertThat(troubles(bill("{\"license\":{\"id\":\"" + licence + "\"}}")))
                    .as(licence)
                    .hasSize(1);
            assertThat(troubles(bill("{\"expression\":\"Apache-2.0 OR " + licence + "\"}")))
                    .as(licence)
                    .hasSize(1);
        }
        assertThat(troubles(bill("{\"license\":{\"name\":\"GPL-3.0-only\"}}"))).hasSize(1);
        assertThat(troubles(bill(""))).hasSize(1);
        assertThat(troubles(bill("{\"license\":{\"id\":\"Apache-2.0\"}}"))).isEmpty();
        assertThat(troubles(bill("{\"license\":{\"name\":\"GPL-2.0\"}},{\"license\":{\"id\":\"MIT\"}}")))
                .isEmpty();
    }

    private static JsonNode bill(String licences) {
        return JSON.readTree("{\"components\":[{\"group\":\"g\",\"name\":\"n\",\"licenses\":[" + licences + "]}]}");
    }

    private static List<String> troubles(JsonNode bill) {
        var troubles = new ArrayList<String>();
        for (JsonNode component : bill.path("components")) {
            String group = component.path("group").asString("");
            String name = component.path("name").asString("");
            if (group.equals("sekisho")) {
                continue;
            }
            List<String> licences = licences(component);
            boolean free =
                    licences.stream().anyMatch(licence -> FREE.matcher(licence).matches());
            boolean binds = licences.stream()
                    .anyMatch(licence -> BINDING.matcher(licence).matches());
            boolean lookedAt = LOOKED_AT.getOrDefault(group, Set.of()).contains(name);
            if (binds || (!free && !lookedAt)) {
                troubles.add(group + ":" + name + " has " + (licences.isEmpty() ? "no licence" : licences));
            }
        }
        return troubles;
    }

    private static List<String> licences(JsonNode component) {
        var licences = new ArrayList<String>();
        for (JsonNode choice : component.path("licenses")) {
            licences.add(choice.path("expression").asString(""));
            licences.add(choice.path("license").path("id").asString(""));
            licences.add(choice.path("license").path("name").asString(""));
        }
        licences.removeIf(String::isBlank);
        return licences;
    }
}
