package sekisho.core.decide;

import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.core.payments.Payments;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.protocol.BankOperation;
import sekisho.protocol.DeadlineKind;

/** What time decides: ends what is overdue, earliest first, a bounded number a step. */
final class Overdue {

    /** How much one step ends at most, so that no step takes long. */
    private static final int MOST = 256;

    private final Bench bench;
    private final Deadlines deadlines;
    private final Banks banks;
    private final Instructions instructions;
    private final Payments payments;
    private final PaymentEndings paymentEndings;
    private final LedgerDecisions ledger;
    private final InstructionSteps steps;
    private final FoundedOverdue founded;

    Overdue(
            Bench bench,
            PaymentEndings paymentEndings,
            LedgerDecisions ledger,
            InstructionSteps steps,
            FoundedOverdue founded) {
        this.founded = founded;
        this.bench = bench;
        this.paymentEndings = paymentEndings;
        this.ledger = ledger;
        this.steps = steps;
        State state = bench.state();
        deadlines = state.deadlines();
        banks = state.banks();
        instructions = state.instructions();
        payments = state.payments();
    }

    void end() {
        for (int i = 0; i < MOST; i++) {
            int earliest = deadlines.earliest();
            if (earliest == 0 || deadlines.at(earliest) > bench.now()) {
                return;
            }
            end(earliest);
        }
    }

    private void end(int deadline) {
        int subject = deadlines.subject(deadline);
        switch (deadlines.kind(deadline)) {
            case HOLD_EXPIRES -> ledger.expire(subject);
            case PAYMENT_EXPIRES -> paymentEndings.expire(subject);
            case INSTRUCTION_ASKS -> steps.ask(subject);
            case PAYMENT_FORGOTTEN -> {
                deadlines.clear(deadline);
                payments.remove(subject);
            }
            case INSTRUCTION_FORGOTTEN -> {
                deadlines.clear(deadline);
                instructions.remove(subject);
            }
            case LINK_FORGOTTEN -> {
                deadlines.clear(deadline);
                founded.forgetLink(subject);
            }
            case BANK_WITHDRAWS -> withdrawOldest(deadline, subject);
            case TOKEN_FORGOTTEN -> founded.forgetToken(deadline, subject);
            case PERSON_REVIEWED -> founded.reviewPerson(subject);
            case LINK_STEPS -> founded.stepLink(subject);
            case LINKS_REVIEWED -> founded.reviewLinks(subject);
            case VISIT_ENDS -> founded.forgetVisit(deadline, subject);
            case LOCK_ENDS -> founded.endLock(subject);
        }
    }

    private void withdrawOldest(int deadline, int bank) {
        BankOperation operation = BankOperation.of(deadlines.extra(deadline));
        long at = deadlines.at(deadline);
        deadlines.clear(deadline);
        banks.setDeadline(bank, operation, 0);
        int oldest = banks.oldest(bank, operation);
        if (oldest != 0 && instructions.withdrawnBySuspension(oldest)) {
            steps.withdraw(oldest);
        }
        int next = banks.oldest(bank, operation);
        if (next != 0 && instructions.withdrawnBySuspension(next)) {
            int again = deadlines.set(at, DeadlineKind.BANK_WITHDRAWS, bank, operation.code());
            banks.setDeadline(bank, operation, again);
        }
    }
}
