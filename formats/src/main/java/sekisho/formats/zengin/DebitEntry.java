package sekisho.formats.zengin;

/**
 * One account to be debited, or one mandate.
 *
 * @param bank four digits
 * @param bankName at most 15 characters, may be empty
 * @param branch three digits
 * @param branchName at most 15 characters, may be empty
 * @param account seven digits
 * @param holder the account's holder, at most 30 characters; a name that is cut can become another person's (ｶﾞ, ｶ)
 * @param amount yen, 0 to 9,999,999,999; 0 in a mandate
 * @param customer the collector's number for the customer, at most 20 characters
 */
public record DebitEntry(
        String bank,
        String bankName,
        String branch,
        String branchName,
        DepositType type,
        String account,
        String holder,
        long amount,
        Novelty novelty,
        String customer,
        DebitResult result) {
    static final long MOST = 9_999_999_999L;

    public DebitEntry {
        Checks.digits("bank", bank, 4);
        Checks.text("bankName", bankName, 15);
        Checks.digits("branch", branch, 3);
        Checks.text("branchName", branchName, 15);
        Checks.digits("account", account, 7);
        Checks.text("holder", holder, 30);
        Checks.that(!holder.isBlank(), "holder is empty");
        Checks.that(amount >= 0 && amount <= MOST, "amount is not between 0 and " + MOST);
        Checks.text("customer", customer, 20);
    }

    /** The same entry with what the bank did. */
    public DebitEntry with(DebitResult newResult) {
        return new DebitEntry(
                bank, bankName, branch, branchName, type, account, holder, amount, novelty, customer, newResult);
    }

    /** Says nothing about the holder. */
    @Override
    public String toString() {
        return "DebitEntry[bank=" + bank + ", amount=" + amount + ", result=" + result + "]";
    }
}
