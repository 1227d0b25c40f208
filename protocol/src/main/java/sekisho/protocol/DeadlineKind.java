package sekisho.protocol;

/** What falls due when a deadline passes. */
public enum DeadlineKind {
    /** An operator's hold expires. Subject: the hold. */
    HOLD_EXPIRES(0),
    /** An authorised payment expires. Subject: the payment. */
    PAYMENT_EXPIRES(1),
    /** A claim's lease is over, or a bank has to be asked. Subject: the instruction. */
    INSTRUCTION_ASKS(2),
    /** A payment that is not authorised any more is forgotten. Subject: the payment. */
    PAYMENT_FORGOTTEN(3),
    /** An ended instruction is forgotten. Subject: the instruction. */
    INSTRUCTION_FORGOTTEN(4),
    /** A closed link is forgotten. Subject: the link; owner: its wallet. */
    LINK_FORGOTTEN(5),
    /** Unclaimed instructions are withdrawn, one at a time. Subject: (0, bank operation); owner: the bank. */
    BANK_WITHDRAWS(6),
    /** A token that was used is forgotten. Subject: the token. */
    TOKEN_FORGOTTEN(7),
    /** Evidence of a person ends to count. Subject: the person's token. */
    PERSON_REVIEWED(8),
    /** Time moves a link on. Subject: the link. */
    LINK_STEPS(9),
    /** Links of a bank are looked at again, some at a time. Owner: the bank. */
    LINKS_REVIEWED(10),
    /** Somebody who knocked did not come back from the bank. Subject: the visit. */
    VISIT_ENDS(11),
    /** A bank account's lock lapses, or is lifted. Subject: the account's token; owner: its bank. */
    LOCK_ENDS(12);

    private static final DeadlineKind[] BY_CODE = values();

    private final int code;

    DeadlineKind(int code) {
        this.code = code;
    }

    /** The number on the wire and in snapshots; for life. */
    public int code() {
        return code;
    }

    /** By code. */
    public static DeadlineKind of(int code) {
        return Codes.of(BY_CODE, code);
    }
}
