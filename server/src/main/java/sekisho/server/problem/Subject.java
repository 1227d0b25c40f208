package sekisho.server.problem;

/** What a refusal is about. */
public enum Subject {
    /** The request as a whole. */
    REQUEST("request"),
    AMOUNT("amount"),
    FEE("fee"),
    CURRENCY("currency"),
    /** The wallet whose money or state it is. */
    WALLET("wallet"),
    MERCHANT("merchant"),
    /** Who is paid: another wallet, or a merchant. */
    PAYEE("payee"),
    /** An account in a currency. */
    ACCOUNT("currency"),
    PAYMENT("payment"),
    HOLD("hold"),
    BANK("bank"),
    /** The second bank of a sweep. */
    OTHER_BANK("to"),
    LINK("link"),
    INSTRUCTION("instruction"),
    LINES("lines"),
    REVERSED("reverses"),
    DAY("day"),
    TIME("time"),
    VERSION("version"),
    CAPACITY("answers");

    private final String name;

    Subject(String name) {
        this.name = name;
    }

    /** The usual name of the field that carries it. */
    String fieldName() {
        return name;
    }
}
