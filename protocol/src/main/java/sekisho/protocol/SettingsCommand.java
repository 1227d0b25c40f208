package sekisho.protocol;

/** What the engine is told of the world: data that it needs and must not look up by itself. */
public sealed interface SettingsCommand extends Command<SettingsOutcome> {

    /**
     * Adds a currency.
     *
     * @param exponent decimals, 0 to 6
     * @param test whether it is play money: only then may money appear without a bank, and floors lie below 0
     */
    record DefineCurrency(Currency currency, int exponent, boolean test) implements SettingsCommand {
        public DefineCurrency {
            if (exponent < 0 || exponent > 6) {
                throw new IllegalArgumentException("an exponent is 0 to 6");
            }
        }
    }

    /** Sets what wallets of a tier may do; replaces what was set. What is not set is not allowed. */
    record SetLimit(TierId tier, Currency currency, Operation operation, Limit limit) implements SettingsCommand {}

    /** Sets how much a wallet of a tier may hold, 0 to {@link Limit#NONE}; not set: 0. */
    record SetBalanceCap(TierId tier, Currency currency, long cap) implements SettingsCommand {
        public SetBalanceCap {
            if (cap < 0) {
                throw new IllegalArgumentException("a cap is not negative");
            }
        }
    }

    /**
     * A day of the calendar begins. Time zones are the sender's business.
     *
     * @param day as the number YYYYMMDD, later than the day before it
     */
    record StartDay(int day) implements SettingsCommand {
        public StartDay {
            int month = day / 100 % 100;
            int dayOfMonth = day % 100;
            if (day < 2000_01_01 || day > 9999_12_31 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) {
                throw new IllegalArgumentException("a day is YYYYMMDD");
            }
        }
    }

    /**
     * Confirms that the clock is right although it jumped.
     *
     * @param millis the time, within 60 s of the stamp this command gets
     */
    record ConfirmTime(long millis) implements SettingsCommand {}

    /** Switches to another version of the engine's behaviour; never back. */
    record SwitchBehaviour(int version) implements SettingsCommand {}

    /** How many answers the request journal may hold, at least as many as it holds now. */
    record SetJournalCapacity(long answers) implements SettingsCommand {
        public SetJournalCapacity {
            if (answers < 1) {
                throw new IllegalArgumentException("a journal holds at least one answer");
            }
        }
    }
}
