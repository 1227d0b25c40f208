package sekisho.cli.imports;

/** What a row of a foreign stream does. */
enum Action {
    /** Money comes to the payer's wallet from outside. */
    CASH_IN,
    /** Money leaves the payer's wallet to the outside, through an agent. */
    CASH_OUT,
    /** Money leaves the payer's wallet to the outside, to a bank. */
    DEBIT,
    /** A wallet pays a merchant. */
    PAYMENT,
    /** A wallet sends to a wallet. */
    TRANSFER
}
