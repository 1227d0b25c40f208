package sekisho.protocol;

/** What falls due when a deadline passes. */
public enum DeadlineKind {
    /** An operator's hold expires. Subject: the hold. */
    HOLD_EXPIRES,
    /** An authorised payment expires. Subject: the payment. */
    PAYMENT_EXPIRES,
    /** A claim's lease is over, or a bank has to be asked. Subject: the instruction. */
    INSTRUCTION_ASKS,
    /** A payment that is not authorised any more is forgotten. Subject: the payment. */
    PAYMENT_FORGOTTEN,
    /** An ended instruction is forgotten. Subject: the instruction. */
    INSTRUCTION_FORGOTTEN,
    /** A closed link is forgotten. Subject: the link; owner: its wallet. */
    LINK_FORGOTTEN,
    /** Unclaimed instructions are withdrawn, one at a time. Subject: (0, bank operation); owner: the bank. */
    BANK_WITHDRAWS;

    private static final DeadlineKind[] ALL = values();

    /** By ordinal; the order is for life. */
    public static DeadlineKind of(int ordinal) {
        return ALL[ordinal];
    }
}
