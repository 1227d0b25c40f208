package sekisho.core.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.AccountKind;
import sekisho.protocol.BankId;
import sekisho.protocol.BankOperation;
import sekisho.protocol.Currency;
import sekisho.protocol.EvidenceKind;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** Who and what has to be there, and open. */
public sealed interface Standing extends Reason {

    /** Whose part a wallet or merchant has in a movement. */
    enum Role {
        /** Who asks, and pays or is topped up. */
        HOLDER,
        /** Who receives from the holder. */
        PAYEE
    }

    /** How many rows of a table are taken. */
    record Room(String table, long taken, long capacity) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            return taken >= capacity ? new Refused(Refusal.TABLE_FULL, capacity) : null;
        }
    }

    /** A currency; real money does not come or go by commands that are for test currencies only. */
    record InCurrency(Currency currency, boolean defined, boolean test, boolean testOnly) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            if (!defined) {
                return new Refused(Refusal.CURRENCY_NOT_FOUND);
            }
            return testOnly && !test ? new Refused(Refusal.TEST_CURRENCY_ONLY) : null;
        }
    }

    /** A wallet or merchant. */
    record Party(Role role, AccountKind kind, long owner, boolean found, boolean closed) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            if (!found) {
                return new Refused(role == Role.PAYEE ? Refusal.PAYEE_NOT_FOUND : Refusal.WALLET_NOT_FOUND);
            }
            if (!closed) {
                return null;
            }
            return new Refused(role == Role.PAYEE ? Refusal.PAYEE_CLOSED : Refusal.WALLET_CLOSED);
        }
    }

    /** Payer and payee. */
    record Different(long from, long to) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            return from == to ? new Refused(Refusal.SAME_WALLET) : null;
        }
    }

    /** Whether money may leave. */
    record Debits(Role role, boolean frozen) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            return frozen ? new Refused(Refusal.DEBITS_FROZEN) : null;
        }
    }

    /** Whether money may arrive. */
    record Credits(Role role, boolean frozen) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            return frozen ? new Refused(Refusal.CREDITS_FROZEN) : null;
        }
    }

    /** An account in the currency. */
    record Account(Role role, boolean found) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            return found ? null : new Refused(Refusal.ACCOUNT_NOT_FOUND);
        }
    }

    /** A bank, and its switch for an operation. */
    record BankSwitch(BankId bank, BankOperation operation, boolean found, boolean open) implements Standing {
        @Override
        public @Nullable Refused refuses() {
            if (!found) {
                return new Refused(Refusal.BANK_NOT_FOUND);
            }
            return open ? null : new Refused(Refusal.BANK_SUSPENDED);
        }
    }

    /**
     * Evidence of a person, and the rule of its kind: it counts while both hold.
     *
     * @param expires when the evidence does
     * @param from since when the rule counts, until when it does
     * @param ial what it is worth then
     */
    record Seen(EvidenceKind kind, long expires, long from, long until, int ial) {

        /** What it is worth at a time. */
        int ial(long now) {
            return expires > now && from <= now && now < until ? ial : 0;
        }
    }

    /** How assured a wallet's identity has to be, and the evidence of its person. */
    record Identity(Role role, int needed, long now, List<Seen> evidence) implements Standing {
        public Identity {
            evidence = List.copyOf(evidence);
        }

        /** How assured it is, 0 to 3. */
        public int ial() {
            return evidence.stream().mapToInt(seen -> seen.ial(now)).max().orElse(0);
        }

        @Override
        public @Nullable Refused refuses() {
            if (ial() >= needed) {
                return null;
            }
            return role == Role.PAYEE
                    ? new Refused(Refusal.PAYEE_UNVERIFIED)
                    : new Refused(Refusal.WALLET_UNVERIFIED, needed);
        }
    }
}
