package sekisho.banksimulator.redirect;

/** Why a request is not served. */
public enum RequestRefusal {
    NOT_A_JWS,
    WRONG_HEADER,
    WRONG_TYPE,
    NOT_A_DOCUMENT,
    UNKNOWN_OPERATOR,
    UNKNOWN_KEY,
    BAD_SIGNATURE,
    WRONG_AUDIENCE,
    EXPIRED,
    NOT_YET,
    LIVES_TOO_LONG,
    UNKNOWN_RETURN,
    UNKNOWN_STATEMENT_KEY,
    WRONG_RAIL,
    ALREADY_USED,
    KEYS_NOT_AVAILABLE,
    BUSY
}
