package sekisho.core.decide;

import sekisho.core.banks.Banks;
import sekisho.core.checkpoint.CheckedLinks;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.LinkReason;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.StateRecord.CheckedLinkRow;
import sekisho.protocol.StateRecord.ReviewRow;

/**
 * Looks at a bank again when its description or a floor changed: closes switches that are below their floors, and suspends
 * links that are; a first batch at once, the rest as time allows. Whoever uses a link compares it with its floor anyway.
 */
final class Reviews {

    /** The reason of a switch that was closed because its bank is below the floor. */
    static final int BELOW_FLOOR = 0xFFFF;

    private static final int AT_ONCE = 32;
    private static final int A_TIME = 16;

    private final Bench bench;
    private final Switches switches;
    private final Floors floors;
    private final CheckpointSteps steps;
    private final Banks banks;
    private final CheckedLinks checked;
    private final Deadlines deadlines;

    Reviews(Bench bench, Switches switches, Floors floors, CheckpointSteps steps) {
        this.bench = bench;
        this.switches = switches;
        this.floors = floors;
        this.steps = steps;
        State state = bench.state();
        banks = state.banks();
        checked = state.checkedLinks();
        deadlines = state.deadlines();
    }

    /** All banks of a book, in the order in which they were registered. */
    void beginAll(BookId book) {
        for (int bank = 1; bank <= banks.highest(); bank++) {
            if (banks.book(bank).equals(book)) {
                begin(bank);
            }
        }
    }

    /** One bank. */
    void begin(int bank) {
        for (BankOperation operation : BankOperation.values()) {
            if (banks.isOpen(bank, operation) && floors.closes(banks.book(bank), banks.bank(bank), operation)) {
                switches.close(bank, operation, BELOW_FLOOR);
            }
        }
        goOn(bank, banks.firstLink(bank), AT_ONCE);
    }

    /** The next links of a bank whose review goes on. */
    void goOn(int bank) {
        BookId book = banks.book(bank);
        ReviewRow review = checked.reviewAt(checked.review(book, banks.bank(bank)));
        goOn(bank, checked.find(book, review.link()), A_TIME);
    }

    private void goOn(int bank, int from, int most) {
        int row = from;
        for (int looked = 0; row != 0 && looked < most; looked++) {
            look(checked.at(row));
            row = checked.after(row);
        }
        goOnFrom(banks.book(bank), banks.bank(bank), row);
    }

    private void look(CheckedLinkRow link) {
        LinkStatus status = steps.status(link);
        boolean usable = status == LinkStatus.ACTIVE
                || status == LinkStatus.COOLING_OFF
                || status == LinkStatus.WAITING_FOR_HOLDER;
        if (usable && floors.refuses(link.book(), BankOperation.LINKS, floors.strength(link)) != null) {
            steps.move(link, LinkStatus.SUSPENDED, LinkReason.BELOW_FLOOR, 0);
        }
    }

    /** A link is about to be forgotten: a review that would go on with it goes on behind it. */
    void skip(int row) {
        CheckedLinkRow link = checked.at(row);
        int review = checked.review(link.book(), link.bank());
        if (review != 0 && checked.reviewAt(review).link().equals(link.link())) {
            goOnFrom(link.book(), link.bank(), checked.after(row));
        }
    }

    /** Where a review goes on later; row 0: it is over. */
    private void goOnFrom(BookId book, BankId bank, int row) {
        int review = checked.review(book, bank);
        if (review != 0) {
            if (checked.reviewDeadline(review) != 0) {
                deadlines.clear(checked.reviewDeadline(review));
            }
            checked.removeReview(review);
        }
        if (row != 0) {
            int next = checked.put(new ReviewRow(book, bank, checked.at(row).link()));
            int deadline = deadlines.set(bench.now(), DeadlineKind.LINKS_REVIEWED, banks.find(book, bank), 0);
            checked.setReviewDeadline(next, deadline);
        }
    }
}
