package sekisho.bank;

import sekisho.protocol.BankId;
import sekisho.protocol.Money;
import sekisho.protocol.OperationId;

/** What a bank is told to do, once. */
public sealed interface BankInstruction {

    /** Its name for ever, and the bank's idempotency key. */
    OperationId id();

    BankId bank();

    /** The customer's account at the bank. */
    AccountToken account();

    /** At least 1 minor unit. */
    Money amount();

    /** Take money from the customer's account: a top-up. */
    record Debit(OperationId id, BankId bank, AccountToken account, Money amount) implements BankInstruction {
        public Debit {
            requirePositive(amount);
        }
    }

    /** Put money into the customer's account: a cash-out. */
    record Credit(OperationId id, BankId bank, AccountToken account, Money amount) implements BankInstruction {
        public Credit {
            requirePositive(amount);
        }
    }

    private static void requirePositive(Money amount) {
        if (amount.minorUnits() == 0) {
            throw new IllegalArgumentException("an instruction moves at least 1 minor unit");
        }
    }
}
