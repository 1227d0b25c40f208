package sekisho.formats.zengin;

/** What the bank did with an entry (振替結果コード). */
public enum DebitResult {
    /** Debited; of a mandate: written down. In a request: nothing yet. */
    DONE('0'),
    INSUFFICIENT_FUNDS('1'),
    NO_SUCH_ACCOUNT('2'),
    /** The holder stopped it. */
    STOPPED_BY_HOLDER('3'),
    /** The bank has no mandate. */
    NO_MANDATE('4'),
    STOPPED_BY_COLLECTOR('8'),
    OTHER('9');

    private final char code;

    DebitResult(char code) {
        this.code = code;
    }

    char code() {
        return code;
    }
}
