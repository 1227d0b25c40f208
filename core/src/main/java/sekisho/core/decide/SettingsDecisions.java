package sekisho.core.decide;

import sekisho.core.journal.RequestJournal;
import sekisho.core.state.State;
import sekisho.core.time.Clock;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.Request;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.SettingsOutcome;

/** Decides what the engine is told of the world. */
final class SettingsDecisions {

    private static final SettingsOutcome APPLIED = new SettingsOutcome.Applied();

    private final State state;

    SettingsDecisions(Bench bench) {
        state = bench.state();
    }

    SettingsOutcome decide(Request request, SettingsCommand command) {
        return switch (command) {
            case SettingsCommand.DefineCurrency define -> defineCurrency(define);
            case SettingsCommand.SetLimit set -> setLimit(request, set);
            case SettingsCommand.SetBalanceCap set -> setBalanceCap(request, set);
            case SettingsCommand.StartDay start -> startDay(start);
            case SettingsCommand.ConfirmTime _ -> APPLIED; // judged with the clock, before requests are
            case SettingsCommand.SwitchBehaviour to -> switchBehaviour(to);
            case SettingsCommand.SetJournalCapacity set -> setJournalCapacity(set);
        };
    }

    private SettingsOutcome defineCurrency(SettingsCommand.DefineCurrency define) {
        if (state.currencies().knows(define.currency())) {
            return new Refused(Refusal.CURRENCY_EXISTS);
        }

        state.currencies().define(define.currency(), define.exponent(), define.test());
        return APPLIED;
    }

    private SettingsOutcome setLimit(Request request, SettingsCommand.SetLimit set) {
        if (!state.currencies().knows(set.currency())) {
            return new Refused(Refusal.CURRENCY_NOT_FOUND);
        }

        state.tiers()
                .setLimit(request.book().value(), set.tier().value(), set.currency(), set.operation(), set.limit());
        return APPLIED;
    }

    private SettingsOutcome setBalanceCap(Request request, SettingsCommand.SetBalanceCap set) {
        if (!state.currencies().knows(set.currency())) {
            return new Refused(Refusal.CURRENCY_NOT_FOUND);
        }

        state.tiers().setCap(request.book().value(), set.tier().value(), set.currency(), set.cap());
        return APPLIED;
    }

    private SettingsOutcome startDay(SettingsCommand.StartDay start) {
        Clock clock = state.clock();
        if (start.day() <= clock.day()) {
            return new Refused(Refusal.DAY_NOT_LATER, clock.day());
        }

        clock.startDay(start.day());
        return APPLIED;
    }

    private SettingsOutcome switchBehaviour(SettingsCommand.SwitchBehaviour to) {
        Clock clock = state.clock();
        if (to.version() <= clock.behaviour() || to.version() > Behaviours.NEWEST) {
            return new Refused(Refusal.BEHAVIOUR_NOT_KNOWN, clock.behaviour());
        }

        clock.switchBehaviour(to.version());
        return APPLIED;
    }

    private SettingsOutcome setJournalCapacity(SettingsCommand.SetJournalCapacity set) {
        RequestJournal journal = state.journal();
        if (set.answers() < journal.count()) {
            return new Refused(Refusal.CAPACITY_BELOW_USE, journal.count());
        }

        journal.setCapacity(set.answers());
        return APPLIED;
    }
}
