package sekisho.formats.zengin;

/** Whether an entry is the first for its account (新規コード). */
public enum Novelty {
    FIRST('1'),
    CHANGED('2'),
    NEITHER('0');

    private final char code;

    Novelty(char code) {
        this.code = code;
    }

    char code() {
        return code;
    }
}
