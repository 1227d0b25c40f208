package sekisho.auditor;

import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.Outcome;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.SettingsCommand;
import sekisho.protocol.SettingsOutcome;
import sekisho.protocol.StateRecord.CurrencyRow;

/** Section 6, "Settings". */
final class SettingsRules {

    private static final int NEWEST_BEHAVIOUR = 2;

    private final State state;
    private final Holders holders;

    SettingsRules(State state, Holders holders) {
        this.state = state;
        this.holders = holders;
    }

    Outcome decide(BookId book, SettingsCommand command) {
        Refused refused = refusal(command);
        if (refused != null) {
            return refused;
        }
        apply(book, command);
        return new SettingsOutcome.Applied();
    }

    private @Nullable Refused refusal(SettingsCommand command) {
        return switch (command) {
            case SettingsCommand.DefineCurrency define ->
                Check.when(state.currencies.has(define.currency()), Refusal.CURRENCY_EXISTS);
            case SettingsCommand.SetLimit limit -> holders.currency(limit.currency());
            case SettingsCommand.SetBalanceCap cap -> holders.currency(cap.currency());
            case SettingsCommand.StartDay start ->
                Check.when(start.day() <= state.day.get(), Refusal.DAY_NOT_LATER, state.day.get());
            case SettingsCommand.ConfirmTime _ -> null;
            case SettingsCommand.SwitchBehaviour change ->
                Check.when(
                        change.version() <= state.behaviour.get() || change.version() > NEWEST_BEHAVIOUR,
                        Refusal.BEHAVIOUR_NOT_KNOWN,
                        state.behaviour.get());
            case SettingsCommand.SetJournalCapacity capacity ->
                Check.when(capacity.answers() < state.journal.size(), Refusal.CAPACITY_BELOW_USE, state.journal.size());
        };
    }

    private void apply(BookId book, SettingsCommand command) {
        switch (command) {
            case SettingsCommand.DefineCurrency define ->
                state.currencies.put(
                        define.currency(), new CurrencyRow(define.currency(), define.exponent(), define.test()));
            case SettingsCommand.SetLimit limit ->
                state.limits.put(
                        new Keys.Limited(book, limit.tier(), limit.currency(), limit.operation()), limit.limit());
            case SettingsCommand.SetBalanceCap cap ->
                state.caps.put(new Keys.Capped(book, cap.tier(), cap.currency()), cap.cap());
            case SettingsCommand.StartDay start -> state.day.set(start.day());
            case SettingsCommand.ConfirmTime _ -> {} // judged by the clock, before its request
            case SettingsCommand.SwitchBehaviour change -> state.behaviour.set(change.version());
            case SettingsCommand.SetJournalCapacity capacity -> state.journalCapacity.set(capacity.answers());
        }
    }
}
