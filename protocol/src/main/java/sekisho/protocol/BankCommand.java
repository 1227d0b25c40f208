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
