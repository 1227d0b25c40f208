package sekisho.server.api;

import sekisho.protocol.RequestId;
import sekisho.server.access.ApiClient;

/**
 * A request that changes something.
 *
 * @param client who asks
 * @param id the request's own, from the header {@code Idempotency-Key}
 */
public record ApiRequest(ApiClient client, RequestId id) {}
