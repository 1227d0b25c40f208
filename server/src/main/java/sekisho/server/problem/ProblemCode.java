package sekisho.server.problem;

import java.util.Locale;

/**
 * What the server itself refuses, before or beside the engine. The name in kebab case is the code on the wire, for life.
 */
public enum ProblemCode {
    // The body.
    BODY_MISSING(400, "The body is missing", "Send a JSON object."),
    BODY_TOO_LARGE(413, "The body is too large", "Send less at once; many requests go through /v1/bulk."),
    MALFORMED_JSON(400, "The body is not well-formed JSON", "Send one JSON object in UTF-8 and nothing after it."),
    TOO_DEEP(400, "The body is nested too deeply, or a part of it is too long", "Send only the documented fields."),
    DUPLICATE_FIELD(400, "A field stands twice", "Send each field once."),
    UNKNOWN_FIELD(400, "A field is not known here", "Leave it out, or correct its name."),
    MISSING_FIELD(400, "A field is missing", "Add it."),
    NULL_FIELD(400, "A field is null", "Give it a value, or leave it out if it is optional."),
    CONTRADICTING_FIELDS(400, "The fields do not fit together", "Send exactly one of them."),
    WRONG_TYPE(400, "A field has the wrong JSON type", "Send the type that the document of this interface states."),
    OUT_OF_RANGE(400, "A number is outside its range", "Send a number within the range."),
    MALFORMED_VALUE(400, "A value does not have its form", "Send it in the stated form."),
    LINE_TOO_LONG(400, "A line is too long", "Send each request on a line of its own, without padding."),

    // The rest of the request.
    MALFORMED_REQUEST(400, "The request is not HTTP that this server reads", "Check the address and the headers."),
    MISSING_PARAMETER(400, "A parameter is missing", "Add it to the address."),
    UNKNOWN_PARAMETER(400, "A parameter is not known here", "Leave it out, or correct its name."),
    IDEMPOTENCY_KEY_MISSING(
            400,
            "The header Idempotency-Key is missing",
            "Send a new UUIDv7 with every new request, and the same one when you repeat it."),
    IDEMPOTENCY_KEY_MALFORMED(
            400, "The header Idempotency-Key is not a UUIDv7", "Send one, as 01890a5d-ac96-774b-bcce-b302099a8057."),
    APPROVAL_MALFORMED(
            400,
            "The header Approval is no answer of a passkey",
            "Send the JSON of a WebAuthn PublicKeyCredential in URL-safe base64, without extensions; at most four."),
    NOT_FOUND(404, "There is nothing at this address", "See /v3/api-docs for what there is."),
    METHOD_NOT_ALLOWED(405, "This address does not know the method", "Use a method of the header Allow."),
    NOT_ACCEPTABLE(406, "None of the accepted media types is available", "Accept application/json."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body's media type is not supported", "Send application/json (bulk: application/x-ndjson)."),

    // Who asks, and how often.
    UNAUTHENTICATED(401, "There is no access token", "Get one from /oauth2/token and send it as a bearer token."),
    TOKEN_REFUSED(401, "The access token is not accepted", "Get a new one from /oauth2/token."),
    INSUFFICIENT_SCOPE(403, "The access token lacks a scope", "Ask for the scope, or have the client be given it."),
    RATE_LIMITED(429, "Too many requests", "Wait as long as the header Retry-After says."),

    // What became of it.
    NEVER_EXECUTED(
            422,
            "The request was never executed and never will be",
            "If it is still wanted, send it with a new Idempotency-Key."),
    NOT_SENT(503, "The engine could not be reached: nothing was done", "Try again with the same Idempotency-Key."),
    UNCONFIRMED(
            504,
            "Nobody knows yet whether the request was executed",
            "Repeat it with the same Idempotency-Key, or ask /v1/requests/{id}. It is not a failure."),
    PROJECTION_BEHIND(
            503, "What is asked for is not readable yet", "Try again, or read without waiting for a position."),
    PROJECTION_LAGS(503, "Too much waits to be projected", "Send the rest later; what was answered is done."),
    DATABASE_UNAVAILABLE(503, "The database does not answer", "Try again."),
    BUSY(
            503,
            "The bank has as much to do as it may: nothing was done",
            "Try again later with the same Idempotency-Key."),
    LINK_HAS_ANOTHER_ACCOUNT(
            409, "The link was given another account before", "Request a new link for the other account."),
    NOT_LISTED(404, "It is not in the bank directory", "Check the code, or look for the name."),
    OWN_CLIENT(409, "A client cannot disable itself", "Do it with another client."),
    CLIENT_HAS_KEYS(409, "The client signs with keys and has no secret", "Add a client without keys."),
    CLIENTS_FULL(422, "There are as many clients as may be", "Use one that there is."),
    CLIENT_NOT_FOUND(404, "There is no such client", "Check its id."),
    INTERNAL(500, "Something went wrong here", "Tell the operator the incident's number.");

    private final int status;
    private final String title;
    private final String remedy;
    private final String code;

    ProblemCode(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In kebab case, the last part of the problem's type. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** An English sentence without a full stop. */
    public String title() {
        return title;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** The problem with a sentence of its own, which ends in a full stop; what to do is added. */
    public Problem because(String sentence) {
        return new Problem(code, title, status, sentence + " " + remedy, null, null, null, null, null, null);
    }

    /** The problem in general. */
    public Problem problem() {
        return because(title + ".");
    }
}
