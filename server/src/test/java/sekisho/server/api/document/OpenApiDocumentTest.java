package sekisho.server.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sekisho.server.testing.SharedServer;
import sekisho.server.testing.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServer.class)
final class OpenApiDocumentTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static String fresh = "";
    private static String shown = "";

    @BeforeAll
    static void read(World world) {
        fresh = world.anybody().get(SharedServer.FRESH_DOCUMENT).expect(200).text();
        shown = world.anybody().get("/v3/api-docs").expect(200).text();
    }

    @Test
    void theCommittedDocumentIsThatOfTheEndPoints() throws Exception {
        Path committed = Path.of("../docs/openapi.json");
        Path made = Path.of("target/openapi.json");
        Files.writeString(made, fresh.strip() + "\n");
        assertThat(Files.readString(committed))
                .as("the document has changed: look at it, and copy server/%s to docs/openapi.json", made)
                .isEqualTo(Files.readString(made));
        assertThat(shown.strip()).isEqualTo(fresh.strip());
    }

    @Test
    void everyEndPointIsDescribedWhole() {
        JsonNode document = MAPPER.readTree(fresh);
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        var names = new HashSet<String>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    String where = method + " " + path;
                    assertThat(operation.path("summary").asString("")).as(where).isNotEmpty();
                    assertThat(names.add(operation.path("operationId").asString()))
                            .as("the name of " + where)
                            .isTrue();
                    if (path.startsWith("/v1/")) {
                        assertThat(operation.path("security").isArray())
                                .as(where)
                                .isTrue();
                        assertThat(operation.path("responses").has("401"))
                                .as(where)
                                .isTrue();
                        assertThat(operation.path("responses").has("429"))
                                .as(where)
                                .isTrue();
                    }
                }));
        assertThat(fresh).doesNotContain("ApiRequest").doesNotContain("ApiClient");
    }
}
