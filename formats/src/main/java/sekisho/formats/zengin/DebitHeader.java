package sekisho.formats.zengin;

/**
 * Who collects, when, and to which account. In a direct-debit file the header is the collector, in a transfer file the payer.
 *
 * @param collector ten digits, from the bank
 * @param collectorName at most 40 characters
 * @param monthAndDay MMDD; the year is not in the file
 * @param bank four digits
 * @param bankName at most 15 characters, may be empty
 * @param branch three digits
 * @param branchName at most 15 characters, may be empty
 * @param account the collector's account: deposit type and seven digits, or empty
 */
public record DebitHeader(
        String collector,
        String collectorName,
        String monthAndDay,
        String bank,
        String bankName,
        String branch,
        String branchName,
        String account) {

    public DebitHeader {
        Checks.digits("collector", collector, 10);
        Checks.text("collectorName", collectorName, 40);
        Checks.that(RecordReader.isMonthAndDay(monthAndDay), "monthAndDay is no month and day");
        Checks.digits("bank", bank, 4);
        Checks.text("bankName", bankName, 15);
        Checks.digits("branch", branch, 3);
        Checks.text("branchName", branchName, 15);
        if (!account.isEmpty()) {
            Checks.digits("account", account, 8);
            Checks.that("1239".indexOf(account.charAt(0)) >= 0, "account begins with its deposit type");
        }
    }
}
