package sekisho.server.api.requests;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sekisho.protocol.RequestId;
import sekisho.server.access.Allowed;
import sekisho.server.access.ApiClient;
import sekisho.server.api.ApiRequest;
import sekisho.server.api.Ids;
import sekisho.server.api.PastRequests;
import sekisho.server.api.Reads;
import sekisho.server.api.outcomes.OutcomeView;
import sekisho.server.history.Answers;
import sekisho.server.json.Count;
import sekisho.server.json.Forms;

@RestController
@Tag(name = "Requests", description = "What became of a request.")
final class RequestReads {
    private final Answers answers;
    private final PastRequests past;
    private final Reads reads;

    RequestReads(Answers answers, PastRequests past, Reads reads) {
        this.answers = answers;
        this.past = past;
        this.reads = reads;
    }

    @GetMapping("/v1/requests/{request}")
    @Allowed({})
    @Operation(
            summary = "Read what became of a request",
            description =
                    "Of this client's own. A request of which nobody knows is not a failure: repeat it with the same "
                            + "Idempotency-Key, or ask here.")
    RequestView one(
            ApiClient client,
            @PathVariable RequestId request,
            @Parameter(description = "Wait until everything up to this position of the log can be read.")
                    @RequestParam(name = "atLeast", required = false)
                    @Nullable
                    Count atLeast) {
        reads.await(atLeast);
        var asked = new ApiRequest(client, request);
        var operation = Ids.operation(asked);
        // Before the answer is looked up: what the engine has forgotten by then is not executed afterwards.
        boolean forgotten = past.isForgotten(asked);
        return answers.find(client.number(), request)
                .map(answer -> new RequestView(
                        request,
                        Forms.word(RequestState.ANSWERED),
                        operation,
                        OutcomeView.of(answer.outcome()),
                        answer.position(),
                        answer.answeredAt()))
                .orElseGet(() -> new RequestView(
                        request,
                        Forms.word(forgotten ? RequestState.NEVER_EXECUTED : RequestState.UNKNOWN),
                        operation,
                        null,
                        null,
                        null));
    }
}
