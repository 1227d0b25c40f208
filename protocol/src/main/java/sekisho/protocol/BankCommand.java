package sekisho.protocol;

/** Banks, their switches, and money between them. */
public sealed interface BankCommand extends Command<BankOutcome> {

    /** Adds a bank to the registry, everything open. */
    record Register(BankId bank) implements BankCommand {}

    /** Stops one operation at a bank: from this command on, nothing more is claimed, and the unclaimed is withdrawn. */
    record Suspend(BankId bank, BankOperation operation, int reason) implements BankCommand {
        public Suspend {
            Codes.require16(reason);
        }
    }

    /** Opens one operation at a bank again. */
    record Reopen(BankId bank, BankOperation operation, int reason) implements BankCommand {
        public Reopen {
            Codes.require16(reason);
        }
    }

    /**
     * Stops several operations of a bank, by one command in one place of the log: one person's one assertion stops a bank wholly.
     *
     * @param operations bits of {@link BankOperation#bit()}, at least one
     */
    record SuspendAll(BankId bank, int operations, int reason) implements BankCommand {
        public SuspendAll {
            BankOperation.requireSet(operations);
            Codes.require16(reason);
        }
    }

    /**
     * Opens several operations of a bank again, by one command.
     *
     * @param operations bits of {@link BankOperation#bit()}, at least one
     */
    record ReopenAll(BankId bank, int operations, int reason) implements BankCommand {
        public ReopenAll {
            BankOperation.requireSet(operations);
            Codes.require16(reason);
        }
    }

    /** Sends settled money from one bank towards another: out of settlement, into transit. */
    record Sweep(BankId from, BankId to, Money amount) implements BankCommand {
        public Sweep {
            Codes.requirePositive(amount);
        }
    }

    /** The swept money, or a part of it, has arrived: out of transit, into settlement. */
    record SweepArrived(BankId from, BankId to, Money amount) implements BankCommand {
        public SweepArrived {
            Codes.requirePositive(amount);
        }
    }
}
