package sekisho.auditor;

import java.util.List;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.BookId;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Line;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.StateRecord.InstructionRow;

/** Section 6, "Instructions": what happens when states meet. */
final class InstructionRules {

    private static final long FIRST_DOUBT = 60_000;

    private final State state;
    private final Accounts accounts;
    private final Holders holders;
    private final Banks banks;
    private final LinkRules links;
    private final Instructions instructions;
    private final Safeguarding safeguarding;
    private final UseRules uses;

    InstructionRules(
            State state,
            Accounts accounts,
            Holders holders,
            Banks banks,
            LinkRules links,
            Instructions instructions,
            UseRules uses) {
        this.uses = uses;
        this.state = state;
        this.accounts = accounts;
        this.holders = holders;
        this.banks = banks;
        this.links = links;
        this.instructions = instructions;
        this.safeguarding = new Safeguarding(state);
    }

    Outcome decide(BookId book, InstructionCommand command) {
        InstructionRow row = state.instructions.find(new Keys.Started(book, command.instruction()));
        if (row == null) {
            return new Refused(Refusal.INSTRUCTION_NOT_FOUND);
        }
        return switch (command) {
            case InstructionCommand.Claim claim -> claim(row, claim.leaseMillis());
            case InstructionCommand.Settled _ -> settled(row);
            case InstructionCommand.Declined _ -> declined(row);
            case InstructionCommand.InDoubt _ -> inDoubt(row);
        };
    }

    private Outcome claim(InstructionRow row, long lease) {
        return switch (row.status()) {
            case REQUESTED -> {
                if (stopped(row)) {
                    instructions.withdraw(row);
                    yield new InstructionOutcome.Withdrawn(row.amount());
                }
                yield claimed(row, lease);
            }
            case CLAIMED ->
                row.until() > state.now.get()
                        ? new Refused(Refusal.INSTRUCTION_CLAIMED, row.until())
                        : claimedAgain(row, lease);
            case IN_DOUBT -> claimedAgain(row, lease);
            case SETTLED, DECLINED -> new Refused(Refusal.INSTRUCTION_ENDED);
            case WITHDRAWN -> new Refused(Refusal.INSTRUCTION_WITHDRAWN);
        };
    }

    private boolean stopped(InstructionRow row) {
        HolderRow wallet = holders.wallet(row.book(), row.wallet());
        boolean frozen = row.operation() == BankOperation.TOP_UPS
                ? wallet.frozen().credits()
                : wallet.frozen().debits();
        return row.sequence() <= banks.withdrawn(row.book(), row.bank(), row.operation())
                || !banks.open(row.book(), row.bank(), row.operation())
                || !links.active(row.book(), row.link())
                || wallet.closed()
                || frozen
                || uses.stopped(row) != null;
    }

    private Outcome claimedAgain(InstructionRow row, long lease) {
        Refused refused =
                Check.first(() -> banks.suspended(row.book(), row.bank(), row.operation()), () -> uses.stopped(row));
        return refused != null ? refused : claimed(row, lease);
    }

    private Outcome claimed(InstructionRow row, long lease) {
        long until = state.now.get() + lease;
        instructions.await(row, InstructionStatus.CLAIMED, 0, until);
        return new InstructionOutcome.Claimed(row.amount(), until);
    }

    private Outcome settled(InstructionRow row) {
        return switch (row.status()) {
            case REQUESTED, CLAIMED, IN_DOUBT -> booked(row);
            case SETTLED -> new InstructionOutcome.AlreadyKnown(InstructionStatus.SETTLED);
            case DECLINED, WITHDRAWN -> late(row);
        };
    }

    private Outcome booked(InstructionRow row) {
        boolean toSuspense = row.operation() == BankOperation.TOP_UPS
                && holders.wallet(row.book(), row.wallet()).closed();
        accounts.apply(EntryKind.RELEASED, Instructions.heldLines(row));
        accounts.apply(EntryKind.POSTED, toSuspense ? suspenseLines(row) : Instructions.heldLines(row));
        if (row.operation() == BankOperation.TOP_UPS) {
            uses.arrived(row, !toSuspense);
        }
        instructions.end(row, InstructionStatus.SETTLED);
        return toSuspense
                ? new InstructionOutcome.BookedToSuspense(row.amount())
                : new InstructionOutcome.Booked(row.amount());
    }

    private static List<Line> suspenseLines(InstructionRow row) {
        long amount = row.amount().minorUnits();
        return new Lines()
                .debit(Instructions.settlement(row), amount)
                .credit(Instructions.bankAccount(row, AccountKind.SUSPENSE), amount)
                .all();
    }

    private Outcome late(InstructionRow row) {
        accounts.apply(
                EntryKind.POSTED,
                row.operation() == BankOperation.TOP_UPS ? suspenseLines(row) : paidFromSuspense(row));
        state.emit(new Event.BankContradiction(row.instruction(), row.bank(), InstructionStatus.SETTLED, row.status()));
        safeguarding.report(row.book(), row.amount().currency());
        instructions.overrule(row);
        return new InstructionOutcome.BookedToSuspense(row.amount());
    }

    private List<Line> paidFromSuspense(InstructionRow row) {
        long amount = row.amount().minorUnits();
        AccountKey settlement = Instructions.settlement(row);
        boolean covered = accounts.available(settlement) >= amount;
        return new Lines()
                .debit(Instructions.bankAccount(row, AccountKind.SUSPENSE), amount)
                .credit(covered ? settlement : Instructions.bankAccount(row, AccountKind.IN_TRANSIT), amount)
                .all();
    }

    private Outcome declined(InstructionRow row) {
        return switch (row.status()) {
            case REQUESTED, CLAIMED, IN_DOUBT -> {
                instructions.release(row);
                uses.cameBack(row);
                instructions.end(row, InstructionStatus.DECLINED);
                yield new InstructionOutcome.Released(row.amount());
            }
            case SETTLED -> {
                uses.cameBack(row);
                state.emit(new Event.BankContradiction(
                        row.instruction(), row.bank(), InstructionStatus.DECLINED, InstructionStatus.SETTLED));
                yield new InstructionOutcome.Contradicted(InstructionStatus.SETTLED);
            }
            case DECLINED, WITHDRAWN -> new InstructionOutcome.AlreadyKnown(row.status());
        };
    }

    private Outcome inDoubt(InstructionRow row) {
        return switch (row.status()) {
            case REQUESTED, CLAIMED -> {
                long until = state.now.get() + FIRST_DOUBT;
                instructions.await(row, InstructionStatus.IN_DOUBT, 0, until);
                yield new InstructionOutcome.Doubted(row.amount(), until);
            }
            case IN_DOUBT -> new InstructionOutcome.Doubted(row.amount(), row.until());
            case SETTLED, DECLINED, WITHDRAWN -> new InstructionOutcome.AlreadyKnown(row.status());
        };
    }
}
