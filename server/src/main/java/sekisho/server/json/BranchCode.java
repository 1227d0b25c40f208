package sekisho.server.json;

/**
 * A branch of a bank.
 *
 * @param digits three
 */
public record BranchCode(String digits) {}
