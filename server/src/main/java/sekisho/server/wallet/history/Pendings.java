package sekisho.server.wallet.history;

import java.util.List;
import java.util.Set;
import sekisho.protocol.BankOperation;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.WalletId;
import sekisho.server.history.InstructionState;
import sekisho.server.history.Instructions;
import sekisho.server.json.Forms;
import sekisho.server.pages.Visit;
import sekisho.server.wallet.BankNames;

/** Finds what is on its way to or from banks. Any thread. */
public final class Pendings {
    private static final int LOOKED_AT = 50;
    private static final Set<InstructionStatus> OPEN =
            Set.of(InstructionStatus.REQUESTED, InstructionStatus.CLAIMED, InstructionStatus.IN_DOUBT);

    private final Instructions instructions;
    private final BankNames banks;

    public Pendings(Instructions instructions, BankNames banks) {
        this.instructions = instructions;
        this.banks = banks;
    }

    /** Newest first. */
    public List<Pending> of(Visit visit, WalletId wallet) {
        return instructions.ofWallet(wallet, Long.MAX_VALUE, LOOKED_AT).stream()
                .filter(state -> OPEN.contains(state.status()))
                .map(state -> pending(visit, state))
                .toList();
    }

    private Pending pending(Visit visit, InstructionState state) {
        boolean in = state.operation() == BankOperation.TOP_UPS;
        String bank = banks.name(state.bank(), visit.language());
        return new Pending(
                in ? "top-up" : "cash-out",
                visit.say(in ? "line.top-up" : "line.cash-out", bank),
                visit.say("pending.asking", bank),
                state.changedAt(),
                state.amount().minorUnits(),
                state.status() == InstructionStatus.IN_DOUBT,
                state.until(),
                "/receipt/" + Forms.OPERATION.write().apply(state.instruction()));
    }
}
