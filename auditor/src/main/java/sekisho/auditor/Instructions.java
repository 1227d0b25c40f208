package sekisho.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKey;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.EntryKind;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.Line;
import sekisho.protocol.Operation;
import sekisho.protocol.StateRecord.InstructionRow;

/** The rows of instructions to banks, and how they change. */
final class Instructions {

    private final State state;
    private final Accounts accounts;
    private final Limits limits;
    private final Deadlines deadlines;
    private @Nullable UseRules uses;

    Instructions(State state, Accounts accounts, Limits limits, Deadlines deadlines) {
        this.state = state;
        this.accounts = accounts;
        this.limits = limits;
        this.deadlines = deadlines;
    }

    /** Who wants to know what becomes of top-ups. */
    void watchedBy(UseRules watching) {
        uses = watching;
    }

    /** Records a new one and says so. */
    void start(InstructionRow row) {
        state.instructionSequence.set(row.sequence());
        put(row);
    }

    /** Takes an instruction back: the bank was never asked. */
    void withdraw(InstructionRow row) {
        release(row);
        end(row, InstructionStatus.WITHDRAWN);
    }

    /** Ends the hold without a posting, and gives the limit back. */
    void release(InstructionRow row) {
        accounts.apply(EntryKind.RELEASED, heldLines(row));
        Operation operation = row.operation() == BankOperation.TOP_UPS ? Operation.TOP_UP : Operation.CASH_OUT;
        limits.release(
                Limits.usage(row.book(), row.wallet(), row.amount().currency(), operation),
                row.booked(),
                row.amount().minorUnits());
        if (uses != null && row.operation() == BankOperation.TOP_UPS) {
            uses.undone(row);
        }
    }

    /** An open instruction has its final status; it is forgotten some day. */
    void end(InstructionRow row, InstructionStatus status) {
        deadlines.drop(DeadlineKind.INSTRUCTION_ASKS, row.book(), row.instruction());
        deadlines.set(
                DeadlineKind.INSTRUCTION_FORGOTTEN,
                row.book(),
                row.instruction(),
                state.now.get() + Deadlines.REMEMBERED);
        put(changed(row, status, 0, 0));
    }

    /** Waits for the bank, until then. */
    void await(InstructionRow row, InstructionStatus status, int attempt, long until) {
        deadlines.set(DeadlineKind.INSTRUCTION_ASKS, row.book(), row.instruction(), until);
        put(changed(row, status, attempt, until));
    }

    /** The bank moved the money after all; the status it had is overruled. */
    void overrule(InstructionRow row) {
        put(changed(row, InstructionStatus.SETTLED, 0, 0));
    }

    void forget(Keys.Started key) {
        state.instructions.remove(key);
    }

    private void put(InstructionRow row) {
        state.instructions.put(new Keys.Started(row.book(), row.instruction()), row);
        Keys.Unclaimed unclaimed = new Keys.Unclaimed(row.book(), row.bank(), row.operation(), row.sequence());
        if (row.status() == InstructionStatus.REQUESTED) {
            state.unclaimed.put(unclaimed, row.instruction());
        } else {
            state.unclaimed.remove(unclaimed);
        }
        state.emit(new Event.InstructionChanged(
                row.instruction(),
                row.status(),
                row.operation(),
                row.bank(),
                row.wallet(),
                row.link(),
                row.amount(),
                row.until()));
    }

    static AccountKey settlement(InstructionRow row) {
        return bankAccount(row, AccountKind.SETTLEMENT);
    }

    static AccountKey bankAccount(InstructionRow row, AccountKind kind) {
        return AccountKey.bank(row.book(), kind, row.bank(), row.amount().currency());
    }

    static AccountKey walletAccount(InstructionRow row) {
        return AccountKey.wallet(row.book(), row.wallet(), row.amount().currency());
    }

    static List<Line> heldLines(InstructionRow row) {
        long amount = row.amount().minorUnits();
        Lines lines = new Lines();
        return row.operation() == BankOperation.TOP_UPS
                ? lines.debit(settlement(row), amount)
                        .credit(walletAccount(row), amount)
                        .all()
                : lines.debit(walletAccount(row), amount)
                        .credit(settlement(row), amount)
                        .all();
    }

    private static InstructionRow changed(InstructionRow row, InstructionStatus status, int attempt, long until) {
        return new InstructionRow(
                row.book(),
                row.instruction(),
                row.sequence(),
                row.operation(),
                row.bank(),
                row.wallet(),
                row.link(),
                row.amount(),
                status,
                until,
                attempt,
                row.booked());
    }
}
