package sekisho.server.api;

import java.util.List;
import sekisho.protocol.Assertion;
import sekisho.protocol.RequestId;
import sekisho.server.access.ApiClient;

/**
 * A request that changes something.
 *
 * @param client who asks
 * @param id the request's own, from the header {@code Idempotency-Key}
 * @param approvals who stands behind it, from the header {@code Approval}
 */
public record ApiRequest(ApiClient client, RequestId id, List<Assertion> approvals) {
    public ApiRequest {
        approvals = List.copyOf(approvals);
    }

    /** With nobody behind it. */
    public ApiRequest(ApiClient client, RequestId id) {
        this(client, id, List.of());
    }
}
