package sekisho.auditor;

import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Event;
import sekisho.protocol.HoldEnd;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.PaymentStatus;
import sekisho.protocol.StateRecord.DeadlineRow;
import sekisho.protocol.StateRecord.HoldRow;
import sekisho.protocol.StateRecord.InstructionRow;

/** What happens when a deadline passes. */
final class Overdue {

    private static final int MOST_IN_A_STEP = 256;
    private static final long FIRST_ENQUIRY = 60_000;
    private static final long LONGEST_ENQUIRY = 3_600_000;
    private static final int LAST_ATTEMPT = 30;

    private final State state;
    private final Deadlines deadlines;
    private final Holds holds;
    private final Payments payments;
    private final Instructions instructions;
    private final LinkRules links;
    private final Withdrawals withdrawals;
    private final FoundedOverdue founded;

    Overdue(
            State state,
            Deadlines deadlines,
            Holds holds,
            Payments payments,
            Instructions instructions,
            LinkRules links,
            Withdrawals withdrawals,
            FoundedOverdue founded) {
        this.founded = founded;
        this.state = state;
        this.deadlines = deadlines;
        this.holds = holds;
        this.payments = payments;
        this.instructions = instructions;
        this.links = links;
        this.withdrawals = withdrawals;
    }

    void workOff() {
        for (int taken = 0; taken < MOST_IN_A_STEP; taken++) {
            DeadlineRow due = deadlines.takeOverdue();
            if (due == null) {
                return;
            }
            fallDue(due);
        }
    }

    private void fallDue(DeadlineRow due) {
        Keys.Started key = new Keys.Started(due.book(), due.subject());
        switch (due.kind()) {
            case HOLD_EXPIRES -> {
                HoldRow row = state.holds.get(key);
                holds.release(row);
                holds.closed(row, HoldEnd.EXPIRED);
            }
            case PAYMENT_EXPIRES -> payments.end(state.payments.get(key), PaymentStatus.EXPIRED);
            case INSTRUCTION_ASKS -> ask(state.instructions.get(key));
            case PAYMENT_FORGOTTEN -> payments.forget(key);
            case INSTRUCTION_FORGOTTEN -> instructions.forget(key);
            case LINK_FORGOTTEN -> {
                founded.forgetLink(key);
                links.forget(key);
            }
            case TOKEN_FORGOTTEN -> founded.forgetToken(due);
            case PERSON_REVIEWED -> founded.reviewPerson(due);
            case LINK_STEPS -> founded.stepLink(key);
            case LINKS_REVIEWED -> founded.reviewLinks(due);
            case VISIT_ENDS -> founded.forgetVisit(key);
            case LOCK_ENDS -> founded.endLock(due);
            case BANK_WITHDRAWS ->
                withdrawals.withdrawOldest(
                        due.book(),
                        new BankId((int) due.owner()),
                        BankOperation.of((int) due.subject().low()),
                        due.at());
        }
    }

    private void ask(InstructionRow row) {
        int attempt = row.status() == InstructionStatus.CLAIMED ? 1 : Math.min(row.attempt() + 1, LAST_ATTEMPT);
        long wait = Math.min(FIRST_ENQUIRY << attempt, LONGEST_ENQUIRY);
        state.emit(new Event.EnquiryDue(row.instruction(), row.bank(), attempt));
        instructions.await(row, InstructionStatus.IN_DOUBT, attempt, state.now.get() + wait);
    }
}
