package sekisho.auditor;

import java.util.List;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.OperationId;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.ReviewRow;

/** Section 8, "Reviews": a bank whose description, or whose floor, changed. */
final class ReviewRules {

    private static final int AT_ONCE = 32;
    private static final int LATER = 16;

    private final State state;
    private final FoundedTables tables;
    private final Banks banks;
    private final Withdrawals withdrawals;
    private final Deadlines deadlines;
    private final FloorRules floors;
    private final LinkSteps steps;

    ReviewRules(
            State state,
            Banks banks,
            Withdrawals withdrawals,
            Deadlines deadlines,
            FloorRules floors,
            LinkSteps steps) {
        this.state = state;
        this.banks = banks;
        this.withdrawals = withdrawals;
        this.deadlines = deadlines;
        this.floors = floors;
        this.steps = steps;
        tables = state.founded;
    }

    void begin(BookId book, BankId bank) {
        for (BankOperation operation : BankOperation.values()) {
            if (tables.descriptions.has(new Keys.Bank(book, bank))
                    && tables.floors.has(List.of(book, operation))
                    && banks.open(book, bank, operation)
                    && floors.tooWeak(book, operation, floors.strength(book, bank)) != null) {
                banks.setOpen(book, bank, operation, false);
                state.emit(new Event.BankChanged(bank, operation, false, 65_535));
                withdrawals.begin(book, bank, operation);
            }
        }
        look(book, bank, 0, AT_ONCE);
    }

    void goOn(BookId book, BankId bank) {
        ReviewRow row = tables.reviews.get(new Keys.Bank(book, bank));
        look(book, bank, all(book, bank).indexOf(row.link()), LATER);
    }

    /** A link is forgotten: before it goes, a review that stands at it moves on. */
    void skip(CheckedLinkRow link) {
        Keys.Bank key = new Keys.Bank(link.book(), link.bank());
        ReviewRow row = tables.reviews.find(key);
        if (row != null && row.link().equals(link.link())) {
            List<OperationId> all = all(link.book(), link.bank());
            stand(link.book(), link.bank(), all.indexOf(link.link()) + 1);
        }
    }

    private List<OperationId> all(BookId book, BankId bank) {
        return tables.linksOf.getOr(new Keys.Bank(book, bank), List.of());
    }

    private void look(BookId book, BankId bank, int from, int most) {
        List<OperationId> all = all(book, bank);
        int to = Math.min(all.size(), from + most);
        for (OperationId id : all.subList(from, to)) {
            CheckedLinkRow link = tables.links.get(new Keys.Started(book, id));
            LinkStatus status = steps.status(link);
            boolean stands = status == LinkStatus.ACTIVE
                    || status == LinkStatus.WAITING_FOR_HOLDER
                    || status == LinkStatus.COOLING_OFF;
            if (stands && floors.tooWeak(book, BankOperation.LINKS, floors.strength(link)) != null) {
                steps.move(link, LinkStatus.SUSPENDED, LinkReason.BELOW_FLOOR, 0);
            }
        }
        stand(book, bank, to);
    }

    private void stand(BookId book, BankId bank, int place) {
        Keys.Bank key = new Keys.Bank(book, bank);
        Keys.Started subject = new Keys.Started(book, OperationId.NONE);
        if (tables.reviews.has(key)) {
            tables.reviews.remove(key);
            deadlines.drop(DeadlineKind.LINKS_REVIEWED, subject, bank.code());
        }
        List<OperationId> all = all(book, bank);
        if (place < all.size()) {
            tables.reviews.put(key, new ReviewRow(book, bank, all.get(place)));
            deadlines.set(DeadlineKind.LINKS_REVIEWED, subject, bank.code(), state.now.get());
        }
    }
}
