package sekisho.core.decide;

import sekisho.core.Capacity;
import sekisho.core.events.Events;
import sekisho.core.state.State;
import sekisho.protocol.BankCommand;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.IdentityCommand;
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
import sekisho.protocol.TrustCommand;
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
    private final TrustDecisions trust;
    private final IdentityDecisions identities;
    private final CheckpointDecisions checkpoint;
    private final Guards guards;
    private final Overdue overdue;

    public Decisions(State state, Capacity capacity, Events events) {
        bench = Bench.of(state, capacity, events);
        Parties parties = new Parties(state);
        Orders orders = new Orders(bench);
        Floors floors = new Floors(bench);
        LinkUse linkUse = new LinkUse(bench, floors);
        Switches switches = new Switches(bench);
        CheckpointSteps linkSteps = new CheckpointSteps(bench, floors);
        Reviews reviews = new Reviews(bench, switches, floors, linkSteps);
        Persons persons = new Persons(bench, parties);
        BankSide bankSide = new BankSide(bench, orders, linkUse);
        InstructionSteps steps = new InstructionSteps(bench, orders, linkUse);
        PaymentEndings endings = new PaymentEndings(bench, parties, linkUse);
        links = new LinkDecisions(bench, parties, linkSteps);
        wallets = new WalletDecisions(bench, parties, links);
        merchants = new MerchantDecisions(bench, parties);
        transfers = new TransferDecisions(bench, parties, linkUse);
        payments = new PaymentDecisions(bench, parties, endings, linkUse);
        topUps = new TopUpDecisions(bench, parties, bankSide, orders);
        cashOuts = new CashOutDecisions(bench, parties, bankSide, orders);
        instructions = new InstructionDecisions(bench, orders, steps, linkUse);
        banks = new BankDecisions(bench, bankSide, switches);
        ledger = new LedgerDecisions(bench, linkUse);
        settings = new SettingsDecisions(bench);
        trust = new TrustDecisions(bench, reviews);
        identities = new IdentityDecisions(bench, parties, persons);
        AccountLocks accountLocks = new AccountLocks(bench, linkSteps);
        DoorDecisions door = new DoorDecisions(bench, floors, accountLocks);
        checkpoint = new CheckpointDecisions(bench, parties, floors, linkSteps, door);
        guards = new Guards(bench);
        FoundedOverdue founded = new FoundedOverdue(bench, persons, linkSteps, reviews, door, accountLocks);
        overdue = new Overdue(bench, endings, ledger, steps, founded);
    }

    /** Decides one request and does what it decides. */
    public Outcome decide(Request request) {
        if (request.effectiveAt() > bench.now()) {
            return new Refused(Refusal.EFFECTIVE_IN_THE_FUTURE, bench.now());
        }
        Refused unguarded = guards.refuses(request);
        if (unguarded != null) {
            return unguarded;
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
            case TrustCommand command -> trust.decide(request, command);
            case IdentityCommand command -> identities.decide(request, command);
            case CheckpointCommand command -> checkpoint.decide(request, command);
        };
    }

    /** Ends what is overdue. */
    public void endOverdue() {
        bench.events().begin(0);
        overdue.end();
    }
}
