package sekisho.server.api.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.gateway.Gateway;
import sekisho.server.access.Allowed;
import sekisho.server.access.ApiClient;
import sekisho.server.access.Scope;
import sekisho.server.api.instructions.BankRoom;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Bulk", description = "Many requests in one.")
final class BulkEndPoints {
    static final String NDJSON = "application/x-ndjson";

    private static final int RETRY_SECONDS = 5;

    private final Gateway gateway;
    private final JsonMapper mapper;
    private final BulkGate gate;
    private final OtherLine other;
    private final JsonFactory factory = JsonFactory.builder().build();

    BulkEndPoints(Gateway gateway, JsonMapper mapper, BulkGate gate, BankRoom room) {
        this.gateway = gateway;
        this.mapper = mapper;
        this.gate = gate;
        this.other = new OtherLine(mapper, room::require);
    }

    @PostMapping(path = "/v1/bulk", consumes = NDJSON, produces = NDJSON)
    @Allowed(Scope.BULK)
    @Operation(
            summary = "Send many requests, a line each",
            description = "Results come in the order of the lines, while lines are still being read: a client reads "
                    + "while it sends. Each line is a request with an id of its own, and needs the scope of what it asks "
                    + "for; a line that is wrong or refused is a problem in its place. The last line is a summary. "
                    + "What broke off is sent again whole: what was done is answered again.")
    void execute(
            ApiClient client,
            @Parameter(
                            description =
                                    "continue: each line by itself. atomic: all or none, at most 64 lines; a line that is "
                                            + "wrong ends the request.")
                    @RequestParam(name = "mode", required = false)
                    @Nullable
                    BulkMode mode,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (gate.isShut()) {
            throw new ProblemException(ProblemCode.PROJECTION_LAGS.problem().retryAfter(RETRY_SECONDS));
        }
        if (mode == BulkMode.ATOMIC) {
            var chain = new BulkChain(gateway, client, other);
            chain.read(request.getInputStream());
            chain.run(begin(response));
        } else {
            var parser = new LineParser(client, factory, other);
            new BulkStream(gateway, client.number(), parser, begin(response), gate).run(request.getInputStream());
        }
    }

    private BulkResults begin(HttpServletResponse response) throws IOException {
        response.setContentType(NDJSON);
        response.setHeader("Cache-Control", "no-store");
        return new BulkResults(response.getOutputStream(), mapper);
    }
}
