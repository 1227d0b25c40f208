package sekisho.banksimulator.http;

import java.util.List;
import sekisho.banksimulator.books.Account;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.StatementEntry;

/**
 * A page of an account's statement.
 *
 * @param balance now, after entries that may be on later pages
 */
record StatementDocument(String account, long balance, List<StatementEntry> entries) {

    /** The entries of an account behind a number; none if there is no such account. */
    static StatementDocument of(BankBooks books, String account, long after, int atMost) {
        long balance = books.account(account).map(Account::balance).orElse(0L);
        return new StatementDocument(account, balance, books.statement(account, after, atMost));
    }
}
