package sekisho.server.api.document;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Objects;

/** What lines there are in bulk requests and their results: OpenAPI 3.1 has no words for it. */
final class BulkDocument {
    private static final String NDJSON = "application/x-ndjson";
    private static final String REQUEST = """
            {"id":"01890a5d-ac96-774b-bcce-b302099a8057","transfer":{"from":"3b6e2f0a9c4d5e61","to":"51c07a7be8f2d304","amount":1200}}
            """;
    private static final String RESULT = """
            {"line":1,"id":"01890a5d-ac96-774b-bcce-b302099a8057","outcome":"transfer-sent","accepted":true,"amount":1200,"currency":"JPY","balance":3800}
            {"summary":{"lines":1,"accepted":1,"refused":0,"unconfirmed":0,"repeated":0,"position":4711}}
            """;

    private BulkDocument() {}

    static void complete(OpenAPI document) {
        var schemas = ModelConverters.getInstance(true);
        for (String name : new String[] {"BulkLine", "BulkSummary", "BulkResult"}) {
            try {
                var type = Class.forName("sekisho.server.api.bulk." + name);
                schemas.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false))
                        .referencedSchemas
                        .forEach(document.getComponents()::addSchemas);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        Schema<?> outcome =
                Objects.requireNonNull(document.getComponents().getSchemas().get("OutcomeView"));
        Schema<?> result =
                Objects.requireNonNull(document.getComponents().getSchemas().get("BulkResult"));
        outcome.getProperties().forEach(result.getProperties()::putIfAbsent);
        var operation =
                Objects.requireNonNull(document.getPaths().get("/v1/bulk")).getPost();
        operation.setRequestBody(new RequestBody()
                .required(true)
                .description("Lines, each a BulkLine, with a line feed after each.")
                .content(lines(REQUEST, "BulkLine")));
        operation
                .getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("Lines: a BulkResult for each line of the request, in their order, and a "
                                        + "BulkSummary at the end.")
                                .content(lines(RESULT, "BulkResult")));
    }

    private static Content lines(String example, String line) {
        var media =
                new MediaType().schema(DocumentConfiguration.ofType("string")).example(example);
        media.setExtensions(Map.of("x-line-schema", Map.of("$ref", "#/components/schemas/" + line)));
        return new Content().addMediaType(NDJSON, media);
    }
}
