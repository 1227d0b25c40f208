package sekisho.core.decide;

import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.protocol.BankOperation;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;

/** Closes a bank's switches, and withdraws what nobody has claimed. */
final class Switches {

    private final Bench bench;
    private final Banks banks;
    private final Instructions instructions;

    Switches(Bench bench) {
        this.bench = bench;
        banks = bench.state().banks();
        instructions = bench.state().instructions();
    }

    /** Closes an operation, and says how many instructions are withdrawn by it. */
    long close(int bank, BankOperation operation, int reason) {
        banks.setOpen(bank, operation, false);
        bench.events().tell(new Event.BankChanged(banks.bank(bank), operation, false, reason));
        return operation == BankOperation.LINKS ? 0 : withdrawAll(bank, operation);
    }

    /** Withdraws all unclaimed instructions at once; their rows are worked off as time allows. */
    private long withdrawAll(int bank, BankOperation operation) {
        banks.setWithdrawnThrough(bank, operation, instructions.lastSequence());
        long unclaimed = banks.unclaimed(bank, operation);
        if (unclaimed > 0 && banks.deadline(bank, operation) == 0) {
            banks.setDeadline(
                    bank,
                    operation,
                    bench.state().deadlines().set(bench.now(), DeadlineKind.BANK_WITHDRAWS, bank, operation.code()));
        }
        return unclaimed;
    }
}
