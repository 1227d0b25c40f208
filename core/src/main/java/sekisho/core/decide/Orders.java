package sekisho.core.decide;

import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.core.ledger.Accounts;
import sekisho.core.ledger.Holders;
import sekisho.core.ledger.Posting;
import sekisho.core.state.State;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Event;
import sekisho.protocol.Money;
import sekisho.protocol.Operation;
import sekisho.protocol.WalletId;

/** The accounts behind an instruction to a bank, and the lines between them. Instructions are given by their rows. */
final class Orders {

    private final Bench bench;
    private final Accounts accounts;
    private final Holders holders;
    private final Banks banks;
    private final Instructions instructions;

    Orders(Bench bench) {
        this.bench = bench;
        State state = bench.state();
        accounts = state.accounts();
        holders = state.holders();
        banks = state.banks();
        instructions = state.instructions();
    }

    /** The lines of a top-up (bank to wallet) or a cash-out (wallet to bank). */
    Posting lines(BankOperation operation, int settlement, int wallet, long amount) {
        return operation == BankOperation.TOP_UPS
                ? bench.posting().clear().debit(settlement, amount).credit(wallet, amount)
                : bench.posting().clear().debit(wallet, amount).credit(settlement, amount);
    }

    /** The lines of an instruction. */
    Posting lines(int instruction) {
        return lines(
                instructions.operation(instruction),
                ofBank(instruction, AccountKind.SETTLEMENT),
                instructions.account(instruction),
                instructions.amount(instruction));
    }

    /** An account of the instruction's bank, in its currency. */
    int ofBank(int instruction, AccountKind kind) {
        int bank = instructions.bank(instruction);
        int wallet = instructions.account(instruction);
        return accounts.system(banks.book(bank), kind, banks.bank(bank).code(), accounts.currency(wallet));
    }

    int holder(int instruction) {
        return accounts.holder(instructions.account(instruction));
    }

    int book(int instruction) {
        return holders.book(holder(instruction));
    }

    Money amount(int instruction) {
        return new Money(instructions.amount(instruction), accounts.currency(instructions.account(instruction)));
    }

    /** Gives back what was held and counted for an instruction that does not happen. */
    void undo(int instruction) {
        lines(instruction).release();
        Operation operation =
                instructions.operation(instruction) == BankOperation.TOP_UPS ? Operation.TOP_UP : Operation.CASH_OUT;
        bench.limits()
                .release(
                        instructions.account(instruction),
                        operation,
                        instructions.amount(instruction),
                        instructions.booked(instruction));
    }

    void tell(int instruction) {
        bench.events()
                .tell(new Event.InstructionChanged(
                        instructions.id(instruction),
                        instructions.status(instruction),
                        instructions.operation(instruction),
                        banks.bank(instructions.bank(instruction)),
                        new WalletId(holders.owner(holder(instruction))),
                        instructions.link(instruction),
                        amount(instruction),
                        instructions.until(instruction)));
    }
}
