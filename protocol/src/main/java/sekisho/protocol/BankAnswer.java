package sekisho.protocol;

/** What a bank found. The first four are the codes of payee checks (EPC Verification of Payee). */
public enum BankAnswer {
    /** All that was compared is the same. */
    MTCH(0),
    /** Nearly. */
    CMTC(1),
    /** Not the same. */
    NMTC(2),
    /** Could not be compared: never a match. */
    NOAP(3),
    /** Somebody did not pass the bank's own identification. */
    FAILED(4),
    /** The holder's notice arrived. */
    DELIVERED(5),
    /** It did not. */
    UNDELIVERED(6),
    /** It went to contact data younger than 30 days. */
    YOUNG_CONTACT(7),
    /** The holder agrees. */
    CONFIRMED(8),
    /** The holder objects. */
    OBJECTED(9);

    private final int code;

    BankAnswer(int code) {
        this.code = code;
    }

    /** The number in statements and tables; for life. */
    public int code() {
        return code;
    }

    /** Whether a bank may answer so when it was asked for this. */
    public boolean answers(Purpose purpose) {
        return switch (purpose) {
            case LINK, DOOR, REVERIFY, UNLOCK -> compareTo(FAILED) <= 0;
            case NOTICE -> this == DELIVERED || this == UNDELIVERED || this == YOUNG_CONTACT;
            case CONSENT -> this == CONFIRMED || this == OBJECTED;
        };
    }
}
