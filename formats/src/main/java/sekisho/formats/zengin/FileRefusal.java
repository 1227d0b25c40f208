package sekisho.formats.zengin;

/** What is wrong with a file. */
public enum FileRefusal {
    EMPTY("the file is empty"),
    TOO_LARGE("the file is larger than allowed"),
    LENGTH_WRONG("a record has 120 bytes, and all end alike: in nothing, in CR LF or in LF"),
    CHARACTER_NOT_ALLOWED("the byte is no character of Zengin files"),
    NOT_DIGITS("here stand digits, with zeros before them"),
    NOT_BLANK("here stand blanks"),
    KIND_UNKNOWN("a record begins with 1 (header), 2 (data), 8 (trailer) or 9 (end)"),
    OUT_OF_ORDER("the order is one header, data, one trailer, one end"),
    TYPE_NOT_91("the type code is 91, direct debit"),
    CODE_NOT_JIS("the code kind is 0, JIS"),
    DATE_WRONG("here stands a month and a day"),
    DEPOSIT_TYPE_UNKNOWN("the deposit type is 1 (ordinary), 2 (current), 3 (tax) or 9 (other)"),
    NOVELTY_UNKNOWN("the new code is 1 (first), 2 (changed) or 0 (neither)"),
    NOVELTY_WRONG("a mandate is new (1) or changed (2)"),
    RESULT_UNKNOWN("the result is 0, 1, 2, 3, 4, 8 or 9"),
    RESULT_IN_A_REQUEST("a request says nothing of results: 0"),
    AMOUNT_ZERO("a debit has an amount"),
    AMOUNT_NOT_ZERO("a mandate has the amount 0"),
    NAME_MISSING("the holder's name is missing"),
    TOTAL_DIFFERS("the trailer says another number than the records have"),
    END_MISSING("the file stops before the end record"),
    AFTER_THE_END("nothing follows the end record but one end-of-file byte (1A)");

    private final String sentence;

    FileRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, as an English sentence without a full stop; it holds nothing of the file. */
    public String sentence() {
        return sentence;
    }
}
