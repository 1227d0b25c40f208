package sekisho.banksimulator.conduct;

/** The calls a bank takes. */
public enum CallKind {
    DEBIT,
    CREDIT,
    ENQUIRY
}
