package sekisho.server.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.server.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OpenApiDocumentTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    static Path home;

    private static String fresh;
    private static String shown;

    @BeforeAll
    static void make() throws Exception {
        try (var server = RunningServer.start(
                        home,
                        settings -> settings.withMore(Map.of(
                                "springdoc.api-docs.enabled", "true",
                                "springdoc.api-docs.path", "/v3/api-docs/fresh",
                                "springdoc.writer-with-order-by-keys", "true",
                                "springdoc.writer-with-default-pretty-printer", "true",
                                "springdoc.default-produces-media-type", "application/json")));
                var client = HttpClient.newHttpClient()) {
            fresh = get(client, server, "/v3/api-docs/fresh");
            shown = get(client, server, "/v3/api-docs");
        }
    }

    @AfterAll
    static void forget() {
        fresh = "";
        shown = "";
    }

    private static String get(HttpClient client, RunningServer server, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.server().baseUrl() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
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
