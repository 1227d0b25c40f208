package sekisho.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import sekisho.server.api.ApiHeaders;
import sekisho.server.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Reply(HttpResponse<String> response) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public JsonNode json() {
        return MAPPER.readTree(response.body());
    }

    /** A member of the body as text, below dots. */
    public String get(String path) {
        return json().at("/" + path.replace('.', '/')).asString();
    }

    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** The log's position of the answer. */
    public long position() {
        return Long.parseLong(response.headers().firstValue(ApiHeaders.POSITION).orElseThrow());
    }

    public Reply expect(int status) {
        assertThat(status()).as("%s %s", response.request(), text()).isEqualTo(status);
        return this;
    }

    /** The problem it holds, which has the shape of one. */
    public JsonNode problem() {
        assertThat(header("Content-Type"))
                .as("%s %s", response.request(), text())
                .startsWith(Problem.MEDIA_TYPE);
        JsonNode problem = json();
        String code = problem.path("code").asString();
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status());
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).endsWith(".");
        return problem;
    }

    public Reply expectProblem(int status, String code) {
        assertThat(problem().path("code").asString()).as(text()).isEqualTo(code);
        return expect(status);
    }

    /** A problem that names a field. */
    public Reply expectProblem(int status, String code, String field) {
        assertThat(expectProblem(status, code).json().path("field").asString())
                .as(text())
                .isEqualTo(field);
        return this;
    }
}
