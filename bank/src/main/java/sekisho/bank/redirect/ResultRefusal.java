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
    WRONG_SESSION("the browser that came back is not the one that was sent"),
    STATEMENT_MISSING("it names an account and has not the statement that was asked for"),
    STATEMENT_NOT_ASKED_FOR("it has a statement that nobody asked for"),
    STATEMENT_OF_ANOTHER_BOOK("its statement is of another book"),
    STATEMENT_OF_ANOTHER_BANK("its statement is in another bank's name"),
    STATEMENT_BY_ANOTHER_KEY("its statement names another key than the request"),
    STATEMENT_FOR_ANOTHER_WALLET("its statement is about another wallet"),
    STATEMENT_FOR_ANOTHER_PERSON("its statement is about another person"),
    STATEMENT_FOR_ANOTHER_LINK("its statement is about another link"),
    STATEMENT_FOR_ANOTHER_VISIT("its statement is about another visit to the door"),
    STATEMENT_FOR_ANOTHER_SESSION("its statement is for another browser session"),
    STATEMENT_WITH_ANOTHER_NONCE("its statement has another nonce"),
    STATEMENT_FOR_ANOTHER_ACCOUNT("its statement is about another account than the result"),
    STATEMENT_FOR_ANOTHER_PURPOSE("its statement is for another purpose"),
    STATEMENT_WITH_ANOTHER_ANSWER("its statement answers otherwise than the result"),
    STATEMENT_LIVES_TOO_LONG("its statement lives for longer than ten minutes"),
    STATEMENT_EXPIRED("its statement's time is over"),
    STATEMENT_KEY_NOT_PUBLISHED("the bank has not published the key of its statement"),
    STATEMENT_FORGED("its statement's signature does not fit");

    private final String sentence;

    ResultRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as an English sentence without a full stop; for operators, never for whoever came back. */
    public String sentence() {
        return sentence;
    }
}
