package sekisho.protocol;

/** How a {@link SettingsCommand} ended. */
public sealed interface SettingsOutcome extends Outcome permits SettingsOutcome.Applied, Refused, Repeated {

    /** It holds from now on. */
    record Applied() implements SettingsOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.SETTINGS_APPLIED;
        }
    }
}
