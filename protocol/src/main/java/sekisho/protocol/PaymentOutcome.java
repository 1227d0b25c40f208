package sekisho.protocol;

/** How a {@link PaymentCommand} ended. */
public sealed interface PaymentOutcome extends Outcome
        permits PaymentOutcome.Authorised,
                PaymentOutcome.Captured,
                PaymentOutcome.Voided,
                PaymentOutcome.Paid,
                PaymentOutcome.Refunded,
                Refused,
                Repeated {

    /** The money is held until then (ms). */
    record Authorised(Money held, long expiresAt) implements PaymentOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.PAYMENT_AUTHORISED;
        }

        @Override
        public Currency currency() {
            return held.currency();
        }

        @Override
        public long first() {
            return held.minorUnits();
        }

        @Override
        public long second() {
            return expiresAt;
        }
    }

    /** The merchant has it; the rest was released. */
    record Captured(Money captured, long released) implements PaymentOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.PAYMENT_CAPTURED;
        }

        @Override
        public Currency currency() {
            return captured.currency();
        }

        @Override
        public long first() {
            return captured.minorUnits();
        }

        @Override
        public long second() {
            return released;
        }
    }

    /** The hold is gone. */
    record Voided(Money released) implements PaymentOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.PAYMENT_VOIDED;
        }

        @Override
        public Currency currency() {
            return released.currency();
        }

        @Override
        public long first() {
            return released.minorUnits();
        }
    }

    /** The merchant has it. Balance: the wallet's posted balance after it. */
    record Paid(Money amount, long balance) implements PaymentOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.PAYMENT_PAID;
        }

        @Override
        public Currency currency() {
            return amount.currency();
        }

        @Override
        public long first() {
            return amount.minorUnits();
        }

        @Override
        public long second() {
            return balance;
        }
    }

    /** The wallet has it back. Remaining: what could still be refunded. */
    record Refunded(Money amount, long remaining) implements PaymentOutcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.PAYMENT_REFUNDED;
        }

        @Override
        public Currency currency() {
            return amount.currency();
        }

        @Override
        public long first() {
            return amount.minorUnits();
        }

        @Override
        public long second() {
            return remaining;
        }
    }
}
