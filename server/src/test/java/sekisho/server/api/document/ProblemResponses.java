package sekisho.server.api.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import sekisho.protocol.Refusal;
import sekisho.server.access.Allowed;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Refuses;
import sekisho.server.problem.Problem;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.Refusals;

/** Every problem that an end point can answer, by status. */
final class ProblemResponses {
    private static final Set<Integer> SAME_EVERYWHERE = Set.of(401, 403, 406, 413, 415, 429, 500, 504);

    private final Map<Integer, TreeSet<String>> codes = new TreeMap<>();

    private ProblemResponses() {}

    /** Adds them to an operation. */
    static void add(Operation operation, HandlerMethod method, String path) {
        var responses = new ProblemResponses();
        responses.gather(operation, method, path);
        responses.codes.forEach((status, names) -> operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status),
                        SAME_EVERYWHERE.contains(status)
                                ? new ApiResponse().$ref("#/components/responses/" + status)
                                : response(status, names)));
    }

    /** Adds those that are the same wherever they are. */
    static void addShared(Components components) {
        for (int status : SAME_EVERYWHERE) {
            var names = Arrays.stream(ProblemCode.values())
                    .filter(problem -> problem.status() == status)
                    .map(ProblemCode::code)
                    .collect(Collectors.toCollection(TreeSet::new));
            components.addResponses(Integer.toString(status), response(status, names));
        }
    }

    private void gather(Operation operation, HandlerMethod method, String path) {
        add(ProblemCode.MALFORMED_REQUEST, ProblemCode.NOT_ACCEPTABLE, ProblemCode.INTERNAL);
        if (!path.startsWith("/v1/")) {
            if (path.contains("{")) {
                add(ProblemCode.NOT_FOUND);
            }
            return;
        }
        add(ProblemCode.UNAUTHENTICATED, ProblemCode.TOKEN_REFUSED, ProblemCode.RATE_LIMITED);
        add(ProblemCode.UNKNOWN_PARAMETER);
        if (Objects.requireNonNull(method.getMethodAnnotation(Allowed.class)).value().length > 0) {
            add(ProblemCode.INSUFFICIENT_SCOPE);
        }
        if (operation.getParameters() != null) {
            add(ProblemCode.MALFORMED_VALUE, ProblemCode.OUT_OF_RANGE);
            if (operation.getParameters().stream()
                    .anyMatch(parameter ->
                            "query".equals(parameter.getIn()) && Boolean.TRUE.equals(parameter.getRequired()))) {
                add(ProblemCode.MISSING_PARAMETER);
            }
        }
        if (operation.getRequestBody() != null) {
            gatherBody(path);
        }
        boolean ofClients = path.startsWith("/v1/clients");
        if (takesRequest(method)) {
            gatherChange(method, path, ofClients);
        } else if (!path.equals("/v1/bulk")) {
            add(ProblemCode.DATABASE_UNAVAILABLE);
            if (!ofClients) {
                add(ProblemCode.PROJECTION_BEHIND);
            }
        }
        gatherFeature(path);
    }

    private void gatherFeature(String path) {
        if (path.startsWith("/v1/clients")) {
            add(ProblemCode.CLIENT_NOT_FOUND, ProblemCode.OWN_CLIENT, ProblemCode.CLIENT_HAS_KEYS);
            add(ProblemCode.CLIENTS_FULL, ProblemCode.CONTRADICTING_FIELDS);
        }
        if (path.startsWith("/v1/directory/")) {
            add(ProblemCode.NOT_LISTED, ProblemCode.CONTRADICTING_FIELDS);
        }
        if (path.startsWith("/v1/accounts")) {
            add(ProblemCode.MISSING_FIELD);
        }
        if (path.equals("/v1/top-ups") || path.equals("/v1/cash-outs")) {
            add(ProblemCode.BUSY);
        }
        if (path.endsWith("/{link}/activate")) {
            add(ProblemCode.LINK_HAS_ANOTHER_ACCOUNT);
        }
        if (path.equals("/v1/bulk")) {
            add(ProblemCode.PROJECTION_LAGS, ProblemCode.LINE_TOO_LONG, ProblemCode.CONTRADICTING_FIELDS);
            add(422, Refusal.CHAIN_TOO_LONG);
        }
        if (path.startsWith("/v1/requests/")) {
            add(ProblemCode.NOT_SENT);
        }
        for (Refusal reason : Refusal.values()) {
            if (Refusals.isNotFound(reason) && path.contains("{" + subject(reason) + "}")) {
                add(404, reason);
            }
        }
        if (path.contains("{topUp}") || path.contains("{cashOut}")) {
            add(404, Refusal.INSTRUCTION_NOT_FOUND);
        }
    }

    private static String subject(Refusal reason) {
        return reason.name().replace("_NOT_FOUND", "").toLowerCase(java.util.Locale.ROOT);
    }

    private void gatherBody(String path) {
        add(
                ProblemCode.BODY_MISSING,
                ProblemCode.MALFORMED_JSON,
                ProblemCode.TOO_DEEP,
                ProblemCode.DUPLICATE_FIELD,
                ProblemCode.UNKNOWN_FIELD,
                ProblemCode.MISSING_FIELD,
                ProblemCode.NULL_FIELD,
                ProblemCode.WRONG_TYPE,
                ProblemCode.OUT_OF_RANGE,
                ProblemCode.MALFORMED_VALUE,
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        if (!path.equals("/v1/bulk")) {
            add(ProblemCode.BODY_TOO_LARGE);
        }
    }

    private void gatherChange(HandlerMethod method, String path, boolean ofClients) {
        add(ProblemCode.IDEMPOTENCY_KEY_MISSING, ProblemCode.IDEMPOTENCY_KEY_MALFORMED);
        add(409, Refusal.REQUEST_CONFLICT);
        add(422, Refusal.REQUEST_TOO_OLD);
        add(422, Refusal.REQUEST_FROM_THE_FUTURE);
        add(ProblemCode.DATABASE_UNAVAILABLE);
        if (ofClients) {
            return;
        }
        add(ProblemCode.NEVER_EXECUTED, ProblemCode.NOT_SENT, ProblemCode.UNCONFIRMED, ProblemCode.PROJECTION_BEHIND);
        add(503, Refusal.JOURNAL_FULL);
        add(503, Refusal.CLOCK_HALTED);
        Refuses refuses = method.getMethodAnnotation(Refuses.class);
        Arrays.stream(refuses == null ? new Refusal[0] : refuses.value())
                .filter(reason -> !(Refusals.isNotFound(reason) && path.contains("{" + subject(reason) + "}")))
                .forEach(reason -> add(Refusals.status(reason), reason));
    }

    private static boolean takesRequest(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ApiRequest.class);
    }

    private void add(ProblemCode... problems) {
        for (ProblemCode problem : problems) {
            codes.computeIfAbsent(problem.status(), _ -> new TreeSet<>()).add(problem.code());
        }
    }

    private void add(int status, Refusal reason) {
        codes.computeIfAbsent(status, _ -> new TreeSet<>()).add(Refusals.code(reason));
    }

    private static ApiResponse response(int status, Set<String> names) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        var response = new ApiResponse()
                .description("Problem: " + String.join(", ", names) + ".")
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, media));
        if (status == 429 || status == 503) {
            response.addHeaderObject("Retry-After", new Header().$ref("#/components/headers/Retry-After"));
        }
        if (status == 401) {
            response.addHeaderObject("WWW-Authenticate", new Header().$ref("#/components/headers/WWW-Authenticate"));
        }
        return response;
    }
}
