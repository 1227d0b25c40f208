package sekisho.formats.japanpost;

/** Why something is no account of Japan Post Bank. */
public enum ConversionRefusal {
    SYMBOL_NOT_FIVE_DIGITS(Part.SYMBOL, "a symbol has five digits"),
    SYMBOL_OF_NO_KIND(Part.SYMBOL, "a symbol begins with 1 (ordinary account) or 0 (transfer account)"),
    SYMBOL_NOT_ENDING_IN_ZERO(Part.SYMBOL, "a symbol ends in 0"),
    NUMBER_NOT_ORDINARY(Part.NUMBER, "the number of an ordinary account has two to eight digits and ends in 1"),
    NUMBER_NOT_CURRENT(Part.NUMBER, "the number of a transfer account has one to six digits"),
    NUMBER_ZERO(Part.NUMBER, "the number 0 belongs to nobody"),
    CHECK_DIGIT_WRONG(
            Part.SYMBOL, "the fourth digit of the symbol does not fit the rest and the number: one is mistyped"),
    BRANCH_NOT_THREE_DIGITS(Part.BRANCH, "a branch has three digits"),
    BRANCH_OF_NO_KIND(Part.BRANCH, "a branch ends in 8 (ordinary accounts) or 9 (transfer accounts)"),
    ACCOUNT_NOT_SEVEN_DIGITS(Part.ACCOUNT, "an account number has seven digits"),
    ACCOUNT_NOT_CURRENT(Part.ACCOUNT, "the account number of a transfer account begins with 0"),
    ACCOUNT_ZERO(Part.ACCOUNT, "the account number 0 belongs to nobody");

    private final Part part;
    private final String sentence;

    ConversionRefusal(Part part, String sentence) {
        this.part = part;
        this.sentence = sentence;
    }

    /** Which part is wrong. */
    public Part part() {
        return part;
    }

    /** What is wrong, as an English sentence without a full stop. */
    public String sentence() {
        return sentence;
    }
}
