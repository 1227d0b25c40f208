package sekisho.server.api.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** The token end point, which is the framework's. */
final class TokenDocument {
    private TokenDocument() {}

    static void add(OpenAPI document) {
        var body = DocumentConfiguration.ofType("object");
        property(body, "grant_type", "string", "client_credentials", "client_credentials");
        property(
                body,
                "scope",
                "string",
                "Scopes with spaces between. Left out: all that the client has.",
                "payments:write");
        property(
                body,
                "client_assertion_type",
                "string",
                "For private_key_jwt.",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        property(body, "client_assertion", "string", "For private_key_jwt: a signed JWT (RFC 7523).", "eyJ…");
        body.setRequired(List.of("grant_type"));
        var token = DocumentConfiguration.ofType("object");
        property(token, "access_token", "string", "A signed JWT (RFC 9068).", "eyJ…");
        property(token, "token_type", "string", "Bearer", "Bearer");
        property(token, "expires_in", "integer", "Seconds.", 599);
        property(token, "scope", "string", "What it allows.", "payments:write");
        var error = DocumentConfiguration.ofType("object");
        property(error, "error", "string", "A code of RFC 6749.", "invalid_client");
        property(error, "error_description", "string", "More.", "");
        document.path(
                "/oauth2/token",
                new PathItem()
                        .post(new Operation()
                                .operationId("token.get")
                                .addTagsItem("Access")
                                .summary("Get an access token")
                                .description(
                                        "Client credentials (RFC 6749, 4.4), proved with HTTP Basic or private_key_jwt.")
                                .requestBody(new RequestBody()
                                        .required(true)
                                        .content(new Content()
                                                .addMediaType(
                                                        "application/x-www-form-urlencoded",
                                                        new MediaType().schema(body))))
                                .responses(new ApiResponses()
                                        .addApiResponse("200", json("The token.", token))
                                        .addApiResponse("400", json("Refused (RFC 6749, 5.2).", error))
                                        .addApiResponse(
                                                "401",
                                                json("The client is not known, or did not prove itself.", error)))));
    }

    private static ApiResponse json(String description, Schema<?> schema) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static void property(Schema<?> schema, String name, String type, String description, Object example) {
        Schema<?> property = DocumentConfiguration.ofType(type);
        property.setDescription(description);
        property.setExample(example);
        schema.addProperty(name, property);
    }
}
