package sekisho.core.checkpoint;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.memory.FlatTable;
import sekisho.core.memory.Memory;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.BankAccountRow;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.CheckedTopUpRow;
import sekisho.protocol.StateRecord.ReviewRow;
import sekisho.protocol.Token;

/**
 * Links of founded books, by their ids and, in the order in which they were asked for, by their banks; the owners of bank
 * accounts; top-ups on their way.
 */
public final class CheckedLinks {

    // Words of a row besides its record.
    private static final int DEADLINE = 0;
    private static final int BEFORE = 1;
    private static final int AFTER = 2;

    private final FlatTable<CheckedLinkRow> links;
    private final FlatTable<BankAccountRow> accounts;
    private final FlatTable<CheckedTopUpRow> topUps;
    private final FlatTable<ReviewRow> reviews;
    private final Banks banks;

    public CheckedLinks(Memory memory, Banks banks) {
        this.banks = banks;
        links = new FlatTable<>(memory, CheckedLinkRow.class, 3, 3);
        accounts = new FlatTable<>(memory, BankAccountRow.class, 4, 0);
        topUps = new FlatTable<>(memory, CheckedTopUpRow.class, 3, 0);
        reviews = new FlatTable<>(memory, ReviewRow.class, 2, 1);
    }

    /** The row of a link, or 0. */
    public int find(BookId book, OperationId link) {
        return links.find(book.value(), link.high(), link.low());
    }

    public @Nullable CheckedLinkRow get(BookId book, OperationId link) {
        return links.get(book.value(), link.high(), link.low());
    }

    public CheckedLinkRow at(int row) {
        return links.at(row);
    }

    /** Puts a link; a new one behind the others of its bank. */
    public int put(CheckedLinkRow link) {
        int known = find(link.book(), link.link());
        int row = links.put(link);
        if (known == 0) {
            int bank = banks.find(link.book(), link.bank());
            if (bank == 0) {
                throw new IllegalArgumentException("a link is with a bank of its book");
            }
            int last = banks.lastLink(bank);
            links.setExtra(row, BEFORE, last);
            if (last == 0) {
                banks.setFirstLink(bank, row);
            } else {
                links.setExtra(last, AFTER, row);
            }
            banks.setLastLink(bank, row);
        }
        return row;
    }

    public void remove(int row) {
        CheckedLinkRow link = at(row);
        int bank = banks.find(link.book(), link.bank());
        int before = links.extra(row, BEFORE);
        int after = links.extra(row, AFTER);
        if (before == 0) {
            banks.setFirstLink(bank, after);
        } else {
            links.setExtra(before, AFTER, after);
        }
        if (after == 0) {
            banks.setLastLink(bank, before);
        } else {
            links.setExtra(after, BEFORE, before);
        }
        links.remove(row);
    }

    /** The bank's next link, or 0. */
    public int after(int row) {
        return links.extra(row, AFTER);
    }

    public int deadline(int row) {
        return links.extra(row, DEADLINE);
    }

    public void setDeadline(int row, int deadline) {
        links.setExtra(row, DEADLINE, deadline);
    }

    /** Whose an account is; {@link Token#NONE}: nobody's yet. */
    public Token owner(BookId book, BankId bank, Token account) {
        BankAccountRow row = account(book, bank, account);
        return row == null ? Token.NONE : row.person();
    }

    /** An account that belongs to somebody, or null. */
    public @Nullable BankAccountRow account(BookId book, BankId bank, Token account) {
        return accounts.get(book.value(), bank.code(), account.high(), account.low());
    }

    public void put(BankAccountRow row) {
        accounts.put(row);
    }

    public @Nullable CheckedTopUpRow topUp(BookId book, OperationId instruction) {
        return topUps.count() == 0 ? null : topUps.get(book.value(), instruction.high(), instruction.low());
    }

    public void put(CheckedTopUpRow row) {
        topUps.put(row);
    }

    public void remove(CheckedTopUpRow row) {
        topUps.remove(topUps.find(
                row.book().value(), row.instruction().high(), row.instruction().low()));
    }

    /** The row of a bank's review that goes on, or 0. */
    public int review(BookId book, BankId bank) {
        return reviews.find(book.value(), bank.code());
    }

    /** Begins or goes on with a review. */
    public int put(ReviewRow row) {
        return reviews.put(row);
    }

    public ReviewRow reviewAt(int row) {
        return reviews.at(row);
    }

    public int reviewDeadline(int row) {
        return reviews.extra(row, 0);
    }

    public void setReviewDeadline(int row, int deadline) {
        reviews.setExtra(row, 0, deadline);
    }

    public void removeReview(int row) {
        reviews.remove(row);
    }

    /** Takes a row of a snapshot. */
    public void restore(StateRecord record) {
        switch (record) {
            case CheckedLinkRow row -> put(row);
            case BankAccountRow row -> put(row);
            case CheckedTopUpRow row -> put(row);
            case ReviewRow row -> put(row);
            default -> throw new IllegalArgumentException("no row of a link");
        }
    }

    /** Links by their banks, so that their order comes back. */
    public void export(Consumer<StateRecord> to) {
        for (int bank = 1; bank <= banks.highest(); bank++) {
            for (int row = banks.firstLink(bank); row != 0; row = after(row)) {
                to.accept(at(row));
            }
        }
        accounts.forEach(to);
        topUps.forEach(to);
        reviews.forEach(to);
    }
}
