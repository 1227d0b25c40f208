package sekisho.core.decide;

import org.jspecify.annotations.Nullable;
import sekisho.core.banks.Banks;
import sekisho.core.banks.Instructions;
import sekisho.core.banks.Links;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.state.State;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionOutcome;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;

/**
 * Decides what bank workers say. The matrix of docs/rules.md, "what happens when states meet": each method is a row of it,
 * each switch its columns.
 */
final class InstructionDecisions {

    private final Bench bench;
    private final Instructions instructions;
    private final Banks banks;
    private final Links links;
    private final Holders holders;
    private final Orders orders;
    private final InstructionSteps steps;
    private final LinkUse use;

    InstructionDecisions(Bench bench, Orders orders, InstructionSteps steps, LinkUse use) {
        this.use = use;
        this.bench = bench;
        this.orders = orders;
        this.steps = steps;
        State state = bench.state();
        instructions = state.instructions();
        banks = state.banks();
        links = state.links();
        holders = state.holders();
    }

    InstructionOutcome decide(Request request, InstructionCommand command) {
        int row = instructions.find(command.instruction());
        if (row == 0 || orders.book(row) != request.book().value()) {
            return new Refused(Refusal.INSTRUCTION_NOT_FOUND);
        }
        return switch (command) {
            case InstructionCommand.Claim claim -> claim(row, claim.leaseMillis());
            case InstructionCommand.Settled _ -> settled(row);
            case InstructionCommand.Declined _ -> declined(row);
            case InstructionCommand.InDoubt _ -> inDoubt(row);
        };
    }

    private InstructionOutcome claim(int row, long leaseMillis) {
        return switch (instructions.status(row)) {
            case REQUESTED -> mayStillStart(row) ? steps.claim(row, leaseMillis) : steps.withdraw(row);
            case CLAIMED ->
                instructions.until(row) > bench.now()
                        ? new Refused(Refusal.INSTRUCTION_CLAIMED, instructions.until(row))
                        : claimAgain(row, leaseMillis);
            case IN_DOUBT -> claimAgain(row, leaseMillis);
            case SETTLED, DECLINED -> new Refused(Refusal.INSTRUCTION_ENDED);
            case WITHDRAWN -> new Refused(Refusal.INSTRUCTION_WITHDRAWN);
        };
    }

    private InstructionOutcome claimAgain(int row, long leaseMillis) {
        if (!banks.isOpen(instructions.bank(row), instructions.operation(row))) {
            return new Refused(Refusal.BANK_SUSPENDED);
        }
        Refusal stopped = stops(row);
        return stopped == null ? steps.claim(row, leaseMillis) : new Refused(stopped);
    }

    private InstructionOutcome settled(int row) {
        InstructionStatus status = instructions.status(row);
        return switch (status) {
            case REQUESTED, CLAIMED, IN_DOUBT -> steps.book(row);
            case SETTLED -> new InstructionOutcome.AlreadyKnown(status);
            case DECLINED, WITHDRAWN -> steps.bookLate(row);
        };
    }

    private InstructionOutcome declined(int row) {
        InstructionStatus status = instructions.status(row);
        return switch (status) {
            case REQUESTED, CLAIMED, IN_DOUBT -> steps.release(row);
            case SETTLED -> contradicted(row);
            case DECLINED, WITHDRAWN -> new InstructionOutcome.AlreadyKnown(status);
        };
    }

    private InstructionOutcome contradicted(int row) {
        steps.cameBack(row);
        bench.events()
                .tell(new Event.BankContradiction(
                        instructions.id(row),
                        banks.bank(instructions.bank(row)),
                        InstructionStatus.DECLINED,
                        InstructionStatus.SETTLED));
        return new InstructionOutcome.Contradicted(InstructionStatus.SETTLED);
    }

    private InstructionOutcome inDoubt(int row) {
        InstructionStatus status = instructions.status(row);
        return switch (status) {
            case REQUESTED, CLAIMED -> steps.doubt(row);
            case IN_DOUBT -> new InstructionOutcome.Doubted(orders.amount(row), instructions.until(row));
            case SETTLED, DECLINED, WITHDRAWN -> new InstructionOutcome.AlreadyKnown(status);
        };
    }

    /** Whether nothing was stopped since the instruction was recorded: bank, link, wallet. */
    private boolean mayStillStart(int row) {
        int wallet = orders.holder(row);
        int link = links.find(wallet, instructions.link(row));
        boolean walletStopped = holders.closed(wallet)
                || (instructions.operation(row) == BankOperation.TOP_UPS
                        ? holders.frozen(wallet).credits()
                        : holders.frozen(wallet).debits());
        return !walletStopped
                && !instructions.withdrawnBySuspension(row)
                && banks.isOpen(instructions.bank(row), instructions.operation(row))
                && link != 0
                && links.status(link) == LinkStatus.ACTIVE
                && stops(row) == null;
    }

    private @Nullable Refusal stops(int row) {
        return use.stops(Books.of(orders.book(row)), instructions.link(row), instructions.operation(row));
    }
}
