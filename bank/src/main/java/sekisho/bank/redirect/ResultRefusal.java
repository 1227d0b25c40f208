package sekisho.bank.redirect;

/** Why a bank's document is not accepted. */
public enum ResultRefusal {
    NOT_A_JWS("it is no compact JWS of at most 8192 characters"),
    WRONG_HEADER("its header has not exactly alg (ES256), typ and kid"),
    WRONG_TYPE("its typ is that of another document"),
    UNKNOWN_KEY("the bank has not published a P-256 key with this kid"),
    BAD_SIGNATURE("its signature does not fit"),
    NOT_A_DOCUMENT("its claims are not those of the protocol"),
    WRONG_ISSUER("it is from somebody else than the bank that was asked"),
    WRONG_AUDIENCE("it is for somebody else"),
    EXPIRED("its time is over"),
    NOT_YET("it is from the future"),
    LIVES_TOO_LONG("it lives for longer than two minutes"),
    WRONG_NONCE("it has another nonce than the request"),
    WRONG_PURPOSE("it is for another purpose than the request"),
    WRONG_REFERENCE("it has another reference than the request"),
    WRONG_BINDING("it has another binding than the request"),
    WRONG_REQUEST("it answers a request of other contents"),
    WRONG_MATCH("it does not answer for exactly the attributes that were asked about"),
    WRONG_SESSION("the browser that came back is not the one that was sent");

    private final String sentence;

    ResultRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as an English sentence without a full stop; for operators, never for whoever came back. */
    public String sentence() {
        return sentence;
    }
}
