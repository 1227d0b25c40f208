package sekisho.core.decide;

import sekisho.core.Capacity;
import sekisho.core.events.Events;
import sekisho.core.state.State;
import sekisho.protocol.BankCommand;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.LinkCommand;
import sekisho.protocol.MerchantCommand;
import sekisho.protocol.Outcome;
import sekisho.protocol.PaymentCommand;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.TopUpCommand;
import sekisho.protocol.TransferCommand;
import sekisho.protocol.WalletCommand;

/** Decides requests that were not seen before, and what time ends. Owned by the engine's thread. */
public final class Decisions {

    private final Bench bench;
    private final WalletDecisions wallets;
    private final MerchantDecisions merchants;
    private final TransferDecisions transfers;
    private final PaymentDecisions payments;
    private final TopUpDecisions topUps;
    private final CashOutDecisions cashOuts;
    private final InstructionDecisions instructions;
    private final LinkDecisions links;
    private final BankDecisions banks;
    private final LedgerDecisions ledger;
    private final SettingsDecisions settings;
    private final Overdue overdue;

    public Decisions(State state, Capacity capacity, Events events) {
        bench = Bench.of(state, capacity, events);
        Parties parties = new Parties(state);
        Orders orders = new Orders(bench);
        BankSide bankSide = new BankSide(bench, orders);
        InstructionSteps steps = new InstructionSteps(bench, orders);
        PaymentEndings endings = new PaymentEndings(bench, parties);
        links = new LinkDecisions(bench, parties);
        wallets = new WalletDecisions(bench, parties, links);
        merchants = new MerchantDecisions(bench, parties);
        transfers = new TransferDecisions(bench, parties);
        payments = new PaymentDecisions(bench, parties, endings);
        topUps = new TopUpDecisions(bench, parties, bankSide, orders);
        cashOuts = new CashOutDecisions(bench, parties, bankSide, orders);
        instructions = new InstructionDecisions(bench, orders, steps);
        banks = new BankDecisions(bench, bankSide);
        ledger = new LedgerDecisions(bench);
        settings = new SettingsDecisions(bench);
        overdue = new Overdue(bench, endings, ledger, steps);
    }

    /** Decides one request and does what it decides. */
    public Outcome decide(Request request) {
        if (request.effectiveAt() > bench.now()) {
            return new Refused(Refusal.EFFECTIVE_IN_THE_FUTURE, bench.now());
        }
        bench.events().begin(request.effectiveAt());
        return switch (request.command()) {
            case TransferCommand command -> transfers.decide(request, command);
            case PaymentCommand command -> payments.decide(request, command);
            case TopUpCommand command -> topUps.decide(request, command);
            case CashOutCommand command -> cashOuts.decide(request, command);
            case InstructionCommand command -> instructions.decide(request, command);
            case WalletCommand command -> wallets.decide(request, command);
            case MerchantCommand command -> merchants.decide(request, command);
            case LinkCommand command -> links.decide(request, command);
            case BankCommand command -> banks.decide(request, command);
            case LedgerCommand command -> ledger.decide(request, command);
            case SettingsCommand command -> settings.decide(request, command);
        };
    }

    /** Ends what is overdue. */
    public void endOverdue() {
        bench.events().begin(0);
        overdue.end();
    }
}
