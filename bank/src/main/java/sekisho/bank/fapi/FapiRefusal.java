package sekisho.bank.fapi;

/** Why we do not accept what comes from a bank, or from a browser in its name. */
public enum FapiRefusal {
    // What the bank publishes.
    NOT_METADATA("what the bank publishes of itself is not what OpenID Connect Discovery and FAPI 2.0 say"),
    METADATA_OF_ANOTHER_ISSUER("what is published at the bank's address is about another issuer"),
    ENDPOINT_ELSEWHERE("an end point that the bank publishes is at another host than the bank"),
    NOT_A_PUSHED_REQUEST("the bank's answer to a pushed request is none"),

    // What the browser brings, before the bank is asked anything.
    NOT_A_RESPONSE("what came back is no answer of the code flow with each parameter once"),
    WRONG_STATE("it answers another request"),
    WRONG_SESSION("the browser that came back is not the one that was sent"),
    ISSUER_MISSING("it does not say which bank it is from (iss, RFC 9207)"),
    MIXED_UP("it is from another bank of ours than the one that was asked"),
    WRONG_ISSUER("it is from somebody else than the bank that was asked"),
    EXPIRED("its time is over"),

    // What the bank's token end point says.
    NOT_A_TOKEN_RESPONSE("the bank's answer to the code is none"),
    NOT_SENDER_CONSTRAINED("the access token is not bound to our key by DPoP"),
    ID_TOKEN_MISSING("there is no ID token"),

    // The ID token.
    NOT_AN_ID_TOKEN("it is no signed ID token with the claims that each has"),
    WRONG_ALGORITHM("it is signed by neither PS256 nor ES256"),
    UNKNOWN_KEY("the bank has not published a fitting key with this kid"),
    BAD_SIGNATURE("its signature does not fit"),
    ID_TOKEN_OF_ANOTHER_ISSUER("the ID token is from somebody else than the bank that was asked"),
    ID_TOKEN_FOR_ANOTHER("the ID token is for somebody else, or not for us alone"),
    ID_TOKEN_EXPIRED("the ID token's time is over"),
    ID_TOKEN_NOT_YET("the ID token is from the future"),
    ID_TOKEN_LIVES_TOO_LONG("the ID token lives for longer than an hour"),
    WRONG_NONCE("the ID token has another nonce than the request, or none"),
    WRONG_TOKEN_HASH("the ID token belongs to another access token"),
    NOT_FRESH("the bank identified its customer before it was asked, or does not say when"),

    // What the bank says in it.
    WRONG_PURPOSE("the bank agreed to another purpose than the one that was asked for, or names none"),
    CLAIMS_NOT_VERIFIED("there are no verified_claims; claims beside them count for nothing"),
    WRONG_TRUST_FRAMEWORK("nothing was verified under a trust framework that is believed"),
    FACTORS_MISSING("the bank does not say by what it identified its customer (amr)"),
    FACTORS_TOO_FEW("the bank identified its customer by less than its description promises (amr)"),
    ACCOUNT_MISSING("the bank does not name the account by its token"),
    MANDATE_MISSING("the bank gives no mandate for the link, or one where none was asked for"),
    NOT_A_RESULT("what the bank says of the account is not what was agreed");

    private final String sentence;

    FapiRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as an English sentence without a full stop; for operators, never for whoever came back. */
    public String sentence() {
        return sentence;
    }
}
