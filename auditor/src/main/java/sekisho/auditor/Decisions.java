package sekisho.auditor;

import java.util.List;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BookId;
import sekisho.protocol.CashOutCommand;
import sekisho.protocol.CheckpointCommand;
import sekisho.protocol.Event;
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

/** Decides a request that was not seen before: section 6 of docs/rules.md. */
final class Decisions {

    /** What was decided, and the events of it. */
    record Decided(Outcome outcome, List<Event> events) {}

    private final State state;
    private final WalletRules wallets;
    private final MerchantRules merchants;
    private final TransferRules transfers;
    private final PaymentRules payments;
    private final StartRules starts;
    private final InstructionRules instructions;
    private final LinkRules links;
    private final BankRules banks;
    private final LedgerRules ledger;
    private final SettingsRules settings;
    private final TrustRules trust;
    private final IdentityRules identities;
    private final CheckpointRules checkpoint;
    private final GuardRules guards;
    private final Overdue overdue;

    Decisions(State state) {
        this.state = state;
        Accounts accounts = new Accounts(state);
        Holders holders = new Holders(state, accounts);
        Limits limits = new Limits(state);
        Deadlines deadlines = new Deadlines(state);
        Banks registry = new Banks(state);
        Payments paymentRows = new Payments(state, accounts, limits, deadlines);
        Instructions instructionRows = new Instructions(state, accounts, limits, deadlines);
        Withdrawals withdrawals = new Withdrawals(state, registry, deadlines, instructionRows);
        Holds holds = new Holds(state, accounts, deadlines);
        FloorRules floors = new FloorRules(state);
        LinkSteps steps = new LinkSteps(state, deadlines, floors);
        WindowSums windows = new WindowSums(state);
        Purses purses = new Purses(state);
        UseRules uses = new UseRules(state, floors, windows, purses);
        ReviewRules reviews = new ReviewRules(state, registry, withdrawals, deadlines, floors, steps);
        instructionRows.watchedBy(uses);
        links = new LinkRules(state, holders, registry, deadlines, steps);
        wallets = new WalletRules(state, accounts, holders, links, floors);
        merchants = new MerchantRules(state, accounts, holders);
        transfers = new TransferRules(state, accounts, holders, limits, floors, purses);
        payments = new PaymentRules(state, accounts, holders, limits, deadlines, paymentRows, purses);
        starts = new StartRules(state, accounts, holders, limits, registry, links, instructionRows, uses, purses);
        instructions = new InstructionRules(state, accounts, holders, registry, links, instructionRows, uses);
        banks = new BankRules(state, accounts, holders, registry, withdrawals);
        ledger = new LedgerRules(state, accounts, holds, new LedgerLines(accounts, holders, registry, floors));
        settings = new SettingsRules(state, holders);
        trust = new TrustRules(state, holders, registry, reviews);
        identities = new IdentityRules(state, holders, deadlines, floors);
        LockRules locks = new LockRules(state, deadlines, steps);
        DoorRules door = new DoorRules(state, registry, floors, windows, deadlines, locks);
        checkpoint = new CheckpointRules(state, holders, registry, floors, steps, windows, door);
        guards = new GuardRules(state);
        FoundedOverdue founded = new FoundedOverdue(state, identities, steps, reviews, door, locks);
        overdue = new Overdue(state, deadlines, holds, paymentRows, instructionRows, links, withdrawals, founded);
    }

    /** Ends what is overdue; its events are in the state. */
    void workOffOverdue() {
        overdue.workOff();
    }

    Decided decide(Request request) {
        if (request.effectiveAt() > state.now.get()) {
            return new Decided(new Refused(Refusal.EFFECTIVE_IN_THE_FUTURE, state.now.get()), List.of());
        }
        Refused unguarded = guards.unguarded(request);
        if (unguarded != null) {
            return new Decided(unguarded, List.of());
        }
        Outcome outcome = dispatch(request);
        List<Event> events = state.takeEvents();
        if (request.effectiveAt() != 0 && events.stream().anyMatch(Event.Entry.class::isInstance)) {
            events.addFirst(new Event.Effective(request.effectiveAt()));
        }
        return new Decided(outcome, events);
    }

    private Outcome dispatch(Request request) {
        BookId book = request.book();
        return switch (request.command()) {
            case WalletCommand command -> wallets.decide(book, command);
            case MerchantCommand command -> merchants.decide(book, command);
            case TransferCommand command -> transfers.decide(book, command);
            case PaymentCommand command -> payments.decide(book, request.operation(), command);
            case TopUpCommand command -> starts.decide(book, request.operation(), command);
            case CashOutCommand command -> starts.decide(book, request.operation(), command);
            case InstructionCommand command -> instructions.decide(book, command);
            case LinkCommand command -> links.decide(book, request.operation(), command);
            case BankCommand command -> banks.decide(book, command);
            case LedgerCommand command -> ledger.decide(book, request.operation(), command);
            case SettingsCommand command -> settings.decide(book, command);
            case TrustCommand command -> trust.decide(book, command);
            case IdentityCommand command -> identities.decide(book, command);
            case CheckpointCommand command -> checkpoint.decide(book, request.operation(), command);
        };
    }
}
