package sekisho.formats.zengin;

/** The kind of an account (預金種目). */
public enum DepositType {
    ORDINARY('1'),
    CURRENT('2'),
    TAX('3'),
    OTHER('9');

    private final char code;

    DepositType(char code) {
        this.code = code;
    }

    char code() {
        return code;
    }
}
