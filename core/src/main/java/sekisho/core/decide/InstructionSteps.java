package sekisho.core.decide;

import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.ledger.Safeguard;
import sekisho.core.state.State;
import sekisho.core.time.Deadlines;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.InstructionStatus;

/** What can happen to an instruction. Nothing here refuses; {@link InstructionDecisions} and {@link Overdue} decide. */
final class InstructionSteps {

    private static final long FIRST_WAIT_MILLIS = 60_000;
    private static final long LONGEST_WAIT_MILLIS = 3_600_000;
    private static final int MOST_ATTEMPTS = 30;

    private final Bench bench;
    private final Instructions instructions;
    private final Banks banks;
    private final Accounts accounts;
    private final Holders holders;
    private final Safeguard safeguard;
    private final Deadlines deadlines;
    private final Orders orders;
    private final LinkUse use;

    InstructionSteps(Bench bench, Orders orders, LinkUse use) {
        this.use = use;
        this.bench = bench;
        this.orders = orders;
        State state = bench.state();
        instructions = state.instructions();
        banks = state.banks();
        accounts = state.accounts();
        holders = state.holders();
        safeguard = state.safeguard();
        deadlines = state.deadlines();
    }

    InstructionOutcome claim(int row, long leaseMillis) {
        become(row, InstructionStatus.CLAIMED, bench.now() + leaseMillis);
        return new InstructionOutcome.Claimed(orders.amount(row), instructions.until(row));
    }

    InstructionOutcome withdraw(int row) {
        undo(row);
        become(row, InstructionStatus.WITHDRAWN, 0);
        return new InstructionOutcome.Withdrawn(orders.amount(row));
    }

    InstructionOutcome release(int row) {
        undo(row);
        cameBack(row);
        become(row, InstructionStatus.DECLINED, 0);
        return new InstructionOutcome.Released(orders.amount(row));
    }

    /** A top-up that its bank did not make, or took back. */
    void cameBack(int row) {
        if (instructions.operation(row) == BankOperation.TOP_UPS) {
            Currency currency = accounts.currency(instructions.account(row));
            use.cameBack(Books.of(orders.book(row)), instructions.link(row), currency);
        }
    }

    private void undo(int row) {
        orders.undo(row);
        if (instructions.operation(row) == BankOperation.TOP_UPS) {
            use.undone(Books.of(orders.book(row)), instructions.id(row), orders.amount(row));
        }
    }

    InstructionOutcome doubt(int row) {
        instructions.setAttempt(row, 0);
        become(row, InstructionStatus.IN_DOUBT, bench.now() + FIRST_WAIT_MILLIS);
        return new InstructionOutcome.Doubted(orders.amount(row), instructions.until(row));
    }

    /** A lease is over, or it is time to ask the bank again. */
    void ask(int row) {
        boolean first = instructions.status(row) == InstructionStatus.CLAIMED;
        int attempt = first ? 1 : Math.min(instructions.attempt(row) + 1, MOST_ATTEMPTS);
        instructions.setAttempt(row, attempt);
        long wait = Math.min(FIRST_WAIT_MILLIS << attempt, LONGEST_WAIT_MILLIS);
        bench.events().tell(new Event.EnquiryDue(instructions.id(row), banks.bank(instructions.bank(row)), attempt));
        become(row, InstructionStatus.IN_DOUBT, bench.now() + wait);
    }

    InstructionOutcome book(int row) {
        orders.lines(row).release();
        boolean suspense = instructions.operation(row) == BankOperation.TOP_UPS && holders.closed(orders.holder(row));
        if (suspense) {
            postTopUpToSuspense(row);
        } else {
            orders.lines(row).post(orders.book(row));
        }
        if (instructions.operation(row) == BankOperation.TOP_UPS) {
            use.arrived(instructions.account(row), instructions.id(row), instructions.amount(row), !suspense);
        }
        become(row, InstructionStatus.SETTLED, 0);
        return suspense
                ? new InstructionOutcome.BookedToSuspense(orders.amount(row))
                : new InstructionOutcome.Booked(orders.amount(row));
    }

    /** The money moved although it was taken as not moved. */
    InstructionOutcome bookLate(int row) {
        InstructionStatus before = instructions.status(row);
        if (instructions.operation(row) == BankOperation.TOP_UPS) {
            postTopUpToSuspense(row);
        } else {
            postCashOutFromSuspense(row);
        }
        bench.events()
                .tell(new Event.BankContradiction(
                        instructions.id(row), banks.bank(instructions.bank(row)), InstructionStatus.SETTLED, before));
        instructions.setStatus(row, InstructionStatus.SETTLED);
        tellShortfall(row);
        orders.tell(row);
        return new InstructionOutcome.BookedToSuspense(orders.amount(row));
    }

    private void postTopUpToSuspense(int row) {
        bench.posting()
                .clear()
                .debit(orders.ofBank(row, AccountKind.SETTLEMENT), instructions.amount(row))
                .credit(orders.ofBank(row, AccountKind.SUSPENSE), instructions.amount(row))
                .post(orders.book(row));
    }

    private void postCashOutFromSuspense(int row) {
        int settlement = orders.ofBank(row, AccountKind.SETTLEMENT);
        boolean enough = accounts.available(settlement) >= instructions.amount(row);
        bench.posting()
                .clear()
                .debit(orders.ofBank(row, AccountKind.SUSPENSE), instructions.amount(row))
                .credit(enough ? settlement : orders.ofBank(row, AccountKind.IN_TRANSIT), instructions.amount(row))
                .post(orders.book(row));
    }

    private void tellShortfall(int row) {
        Currency currency = accounts.currency(instructions.account(row));
        long outstanding = safeguard.outstanding(orders.book(row), currency);
        long held = safeguard.held(orders.book(row), currency);
        if (outstanding > held) {
            bench.events().tell(new Event.SafeguardingShortfall(currency, outstanding, held));
        }
    }

    /** Moves on to a status, with the deadline that it brings: to ask while open, to forget when ended. */
    private void become(int row, InstructionStatus status, long until) {
        if (instructions.status(row) == InstructionStatus.REQUESTED) {
            instructions.dequeue(row);
        }
        if (instructions.deadline(row) != 0) {
            deadlines.clear(instructions.deadline(row));
        }
        instructions.setStatus(row, status);
        instructions.setUntil(row, until);
        instructions.setDeadline(
                row,
                status.open()
                        ? deadlines.set(until, DeadlineKind.INSTRUCTION_ASKS, row, 0)
                        : deadlines.set(
                                bench.now() + Memories.KEPT_MILLIS, DeadlineKind.INSTRUCTION_FORGOTTEN, row, 0));
        orders.tell(row);
    }
}
