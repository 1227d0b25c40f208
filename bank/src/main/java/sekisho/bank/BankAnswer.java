package sekisho.bank;

/** What is known of an instruction after an enquiry. */
public sealed interface BankAnswer permits CallAnswer, BankAnswer.NotKnown {

    /**
     * The bank never received the instruction.
     *
     * @param bound the bank has closed the instruction's key by this answer: should the instruction still come, it
     *     will be declined. Only then does it count as declined; otherwise it stays in doubt
     */
    record NotKnown(boolean bound) implements BankAnswer {}
}
