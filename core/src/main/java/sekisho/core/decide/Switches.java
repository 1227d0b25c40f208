package sekisho.core.decide;

import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.protocol.BankOperation;
import sekisho.protocol.DeadlineKind;
import sekisho.protocol.Event;

/** Sets a bank's switches; what nobody has claimed is withdrawn when one is closed. */
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

    /** Opens an operation. */
    void open(int bank, BankOperation operation, int reason) {
        banks.setOpen(bank, operation, true);
        bench.events().tell(new Event.BankChanged(banks.bank(bank), operation, true, reason));
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
