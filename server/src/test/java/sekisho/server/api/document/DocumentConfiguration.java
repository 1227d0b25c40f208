package sekisho.server.api.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;
import sekisho.server.access.Allowed;
import sekisho.server.access.ApiClient;
import sekisho.server.access.Scope;
import sekisho.server.api.ApiHeaders;
import sekisho.server.api.ApiRequest;
import sekisho.server.json.Forms;

/** How the API's document is made from its end points. Part of the tests: the server itself shows a copy. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
    private static final String OAUTH = "oauth2";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ApiRequest.class, ApiClient.class);
    }

    @Bean
    FormSchemas formSchemas() {
        return new FormSchemas();
    }

    @Bean
    ParameterCustomizer parameters() {
        return (parameter, method) -> {
            Schema<?> schema = parameter == null ? null : FormSchemas.ofParameter(method.getParameterType());
            if (schema != null) {
                parameter.setSchema(schema);
            }
            return parameter;
        };
    }

    @Bean
    OperationCustomizer endPoints() {
        return (operation, method) -> {
            String path = path(method);
            operation.setOperationId(name(method));
            if (path.startsWith("/v1/")) {
                secure(operation, method);
            }
            if (isChange(method)) {
                describeChange(operation);
            }
            ProblemResponses.add(operation, method, path);
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer wholeDocument() {
        return document -> {
            describe(document);
            BulkDocument.complete(document);
            TokenDocument.add(document);
            document.getComponents().getSchemas().put("Problem", ProblemSchema.schema());
            ProblemResponses.addShared(document.getComponents());
        };
    }

    private static void describe(OpenAPI document) {
        document.info(new Info()
                .title("Sekisho")
                .version("1")
                .description(
                        "Open e-money: wallets, transfers, payments, top-ups and cash-outs on one deterministic engine. "
                                + "Amounts are whole numbers of minor units. Every request that changes something carries an "
                                + "Idempotency-Key (UUIDv7); a repeat gets the same answer. Failures are problem documents (RFC 9457). "
                                + "docs/api.md tells the rest.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        document.servers(List.of(new Server().url("/").description("This server")));
        var scopes = new Scopes();
        Arrays.stream(Scope.values()).forEach(scope -> scopes.addString(scope.word(), scope.meaning()));
        Components components = document.getComponents();
        components.addSecuritySchemes(
                OAUTH,
                new SecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("Client credentials; the token is a bearer token (RFC 6750) for ten minutes.")
                        .flows(new OAuthFlows()
                                .clientCredentials(new OAuthFlow()
                                        .tokenUrl("/oauth2/token")
                                        .scopes(scopes))));
        header(components, ApiHeaders.POSITION, "The log's position of the answer: read with atLeast this.", "integer");
        header(
                components,
                ApiHeaders.HIT,
                "true: the request was answered before, and this is its answer again.",
                "string");
        header(components, "Retry-After", "Seconds after which to try again.", "integer");
        header(components, "WWW-Authenticate", "The challenge of RFC 6750.", "string");
        header(components, "RateLimit", "What is left (draft-ietf-httpapi-ratelimit-headers).", "string");
        header(components, "RateLimit-Policy", "How many requests in how many seconds.", "string");
    }

    private static void header(Components components, String name, String description, String type) {
        components.addHeaders(name, new Header().description(description).schema(ofType(type)));
    }

    static Schema<?> ofType(String type) {
        var schema = new Schema<>();
        schema.setTypes(new HashSet<>(Set.of(type)));
        schema.setType(type);
        return schema;
    }

    private static void secure(Operation operation, HandlerMethod method) {
        Scope[] scopes = Objects.requireNonNull(method.getMethodAnnotation(Allowed.class))
                .value();
        operation.addSecurityItem(new SecurityRequirement()
                .addList(OAUTH, Arrays.stream(scopes).map(Scope::word).toList()));
    }

    private static void describeChange(Operation operation) {
        var schema = ofType("string");
        schema.setPattern(Forms.REQUEST.pattern());
        schema.setExample(Forms.REQUEST.example());
        var key = new Parameter()
                .in("header")
                .name(ApiHeaders.KEY)
                .required(true)
                .description("The request's own id: a new UUIDv7 for a new request, the same one for a repeat.")
                .schema(schema);
        operation.addParametersItem(key);
        operation.getResponses().forEach((_, response) -> {
            response.addHeaderObject(
                    ApiHeaders.POSITION, new Header().$ref("#/components/headers/" + ApiHeaders.POSITION));
            response.addHeaderObject(ApiHeaders.HIT, new Header().$ref("#/components/headers/" + ApiHeaders.HIT));
        });
    }

    private static boolean isChange(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ApiRequest.class);
    }

    /** For instance {@code wallet.freeze}. */
    private static String name(HandlerMethod method) {
        String noun = method.getBeanType().getSimpleName().replaceAll("(EndPoints|Changes|Reads|Pages|Page)$", "");
        return noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + "."
                + method.getMethod().getName();
    }

    static String path(HandlerMethod method) {
        var get = method.getMethodAnnotation(GetMapping.class);
        var post = method.getMethodAnnotation(PostMapping.class);
        var put = method.getMethodAnnotation(PutMapping.class);
        String[] paths = get != null
                ? concat(get.value(), get.path())
                : post != null
                        ? concat(post.value(), post.path())
                        : put != null ? concat(put.value(), put.path()) : new String[] {""};
        return paths[0];
    }

    private static String[] concat(String[] some, String[] others) {
        return some.length > 0 ? some : others;
    }
}
