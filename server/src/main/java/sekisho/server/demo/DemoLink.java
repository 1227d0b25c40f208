package sekisho.server.demo;

import sekisho.bank.AccountToken;
import sekisho.protocol.BankId;

/**
 * A linked account.
 *
 * @param account the account's name between the bank and us, whoever links it
 * @param mandate by which the bank debits and credits it
 * @param shownJa masked
 */
public record DemoLink(BankId bank, AccountToken account, AccountToken mandate, String shownJa, String shownEn) {}
