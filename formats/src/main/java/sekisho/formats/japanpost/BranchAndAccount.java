package sekisho.formats.japanpost;

/**
 * A Japan Post Bank account as other banks name it; the bank's code is {@link JapanPost#BANK_CODE}.
 *
 * @param branch three digits
 * @param account seven digits
 */
public record BranchAndAccount(String branch, AccountType type, String account) {}
