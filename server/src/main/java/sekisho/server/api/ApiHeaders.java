package sekisho.server.api;

/** Header fields of the API's own. */
public final class ApiHeaders {
    /** The id of a request that changes something: a UUIDv7. */
    public static final String KEY = "Idempotency-Key";

    /** {@code true}: the request was executed before, and this is its answer again. */
    public static final String HIT = "Idempotency-Hit";

    /** The log's position of the answer: what it changed can be read with {@code atLeast} this. */
    public static final String POSITION = "Sekisho-Position";

    /**
     * Who stands behind a request where the engine asks for it: the answer of a passkey to the challenge of the problem that said so,
     * the JSON of a WebAuthn {@code PublicKeyCredential} in URL-safe base64. Several: a field each.
     */
    public static final String APPROVAL = "Approval";

    private ApiHeaders() {}
}
