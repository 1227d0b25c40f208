package sekisho.server.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param code names the kind of problem, for life
 * @param title the same for every problem of this code
 * @param status of HTTP
 * @param detail what is wrong this time, in sentences, and what to do
 * @param field a JSON pointer into the body, or the name of a parameter or header
 * @param bound the number that the problem speaks of; what it means stands in the detail
 * @param challenge what a passkey has to answer, in URL-safe base64; the answer goes into the header Approval
 * @param requestId the Idempotency-Key of the request, where it was read
 * @param incident stands in the server's log beside the cause
 * @param retryAfterSeconds goes into the header Retry-After
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "field", "bound", "challenge", "requestId", "incident"
})
public record Problem(
        String code,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable Long bound,
        @Nullable String challenge,
        @Nullable String requestId,
        @Nullable String incident,
        @JsonIgnore @Nullable Integer retryAfterSeconds) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Below this path every code is described. */
    public static final String TYPES = "/problems/";

    /** The URI of the kind of problem, relative to this server. */
    @JsonProperty
    public String type() {
        return TYPES + code;
    }

    public Problem withStatus(int value) {
        return new Problem(code, title, value, detail, field, bound, challenge, requestId, incident, retryAfterSeconds);
    }

    /** With words before its detail. */
    public Problem prefixed(String words) {
        return new Problem(
                code, title, status, words + detail, field, bound, challenge, requestId, incident, retryAfterSeconds);
    }

    public Problem at(@Nullable String where) {
        return new Problem(
                code, title, status, detail, where, bound, challenge, requestId, incident, retryAfterSeconds);
    }

    public Problem withBound(long value) {
        return new Problem(
                code, title, status, detail, field, value, challenge, requestId, incident, retryAfterSeconds);
    }

    public Problem withChallenge(String value) {
        return new Problem(code, title, status, detail, field, bound, value, requestId, incident, retryAfterSeconds);
    }

    public Problem withRequestId(String value) {
        return new Problem(code, title, status, detail, field, bound, challenge, value, incident, retryAfterSeconds);
    }

    public Problem withIncident(String value) {
        return new Problem(code, title, status, detail, field, bound, challenge, requestId, value, retryAfterSeconds);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(code, title, status, detail, field, bound, challenge, requestId, incident, seconds);
    }
}
