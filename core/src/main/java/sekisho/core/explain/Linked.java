package sekisho.core.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BankOperation;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.LinkStrength;
import sekisho.protocol.LockStatus;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.WindowKind;

/** What a link with a bank is worth, and what may come through it. */
public sealed interface Linked extends Reason {

    /** Whether the command goes round the checkpoint of a founded book. */
    record Checkpoint(boolean founded, boolean around) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return founded && around ? new Refused(Refusal.LINK_NEEDS_CHECKPOINT) : null;
        }
    }

    /** Whether the book has a checkpoint, which the command needs. */
    record Founded(boolean founded) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return founded ? null : new Refused(Refusal.BOOK_NOT_FOUNDED);
        }
    }

    /**
     * A wallet's link.
     *
     * @param status null: there is no such link
     * @param needed the status that the command needs
     * @param otherwise what is said of another status
     */
    record Link(@Nullable LinkStatus status, LinkStatus needed, Refusal otherwise) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            if (status == null) {
                return new Refused(Refusal.LINK_NOT_FOUND);
            }
            return status == needed ? null : new Refused(otherwise);
        }
    }

    /** A wallet's link that must not be closed. */
    record NotClosed(@Nullable LinkStatus status) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            if (status == null) {
                return new Refused(Refusal.LINK_NOT_FOUND);
            }
            return status == LinkStatus.CLOSED ? new Refused(Refusal.LINK_CLOSED) : null;
        }
    }

    /** Whether the link came through the checkpoint; since when it is active and clean. */
    record Checked(boolean checked, long activeAt, long cleanSince) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return checked ? null : new Refused(Refusal.LINK_NEEDS_CHECKPOINT);
        }
    }

    /** Whether a method is stopped for an operation. */
    record MethodSwitch(int method, BankOperation operation, boolean stopped) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return stopped ? new Refused(Refusal.METHOD_STOPPED) : null;
        }
    }

    /** The description of the bank's protocol. Version 0: there is none. */
    record Described(int version) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return version == 0 ? new Refused(Refusal.BANK_NOT_DESCRIBED) : null;
        }
    }

    /** By which method the bank is reached. */
    record Method(int asked, int described) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return asked == described ? null : new Refused(Refusal.METHOD_NOT_OF_BANK, described);
        }
    }

    /**
     * The floor of an operation: how strong the bank's protocol is now, how strong it was when the link was made (as strong as now
     * where there is no link yet); the weaker of both counts.
     *
     * @param version of the description that the bank's strength follows from; 0: none
     */
    record Floor(BankOperation operation, LinkStrength needed, int version, LinkStrength bank, LinkStrength link)
            implements Linked {
        @Override
        public @Nullable Refused refuses() {
            LinkStrength counts = bank.atLeast(link) ? link : bank;
            return counts.atLeast(needed) ? null : new Refused(Refusal.LINK_BELOW_FLOOR, needed.code());
        }
    }

    /** The lock of the bank account; until 0: until it is lifted. */
    record Lock(LockStatus status, long until, long now) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            boolean holds = status != LockStatus.OPEN && (until == 0 || until > now);
            return holds ? new Refused(Refusal.ACCOUNT_LOCKED) : null;
        }
    }

    /** How many tries of the wallet failed within 24 hours. */
    record Tries(long failed, long most, long nextLeaves) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return failed >= most ? new Refused(Refusal.TOO_MANY_TRIES_WALLET, most) : null;
        }
    }

    /** How many links the wallet has. */
    record Links(long links, long most) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return links >= most ? new Refused(Refusal.TOO_MANY_LINKS, most) : null;
        }
    }

    /** What the bank moves at once. */
    record BankLimit(long amount, long most) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return amount > most ? new Refused(Refusal.OVER_BANK_LIMIT, most) : null;
        }
    }

    /** A rung: from this age on so much may come. */
    record Rung(long ageMillis, long in24Hours, long in30Days) {}

    /**
     * The ladder, in one of its windows: the bank account's, the wallet's, or the person's. The oldest rung that the link's clean age
     * reaches counts; without one nothing may come.
     *
     * @param age since when the link is active and clean, to now
     * @param rungs of links of this strength, confirmed by their holder or not
     * @param nextLeaves when the oldest part leaves the window of 24 hours; 0: nothing is in it
     * @param nextLeaves30Days the same of the window of 30 days
     */
    record Ladder(
            WindowKind window,
            LinkStrength strength,
            boolean confirmed,
            long age,
            List<Rung> rungs,
            long amount,
            long in24Hours,
            long in30Days,
            long nextLeaves,
            long nextLeaves30Days)
            implements Linked {

        public Ladder {
            rungs = List.copyOf(rungs);
        }

        @Override
        public @Nullable Refused refuses() {
            Rung rung = rung();
            long left24Hours = (rung == null ? 0 : rung.in24Hours()) - in24Hours;
            long left30Days = (rung == null ? 0 : rung.in30Days()) - in30Days;
            long left = Math.max(0, Math.min(left24Hours, left30Days));
            return amount > left ? new Refused(over(), left) : null;
        }

        /** The rung that counts, or null. */
        public @Nullable Rung rung() {
            Rung best = null;
            for (Rung rung : rungs) {
                if (rung.ageMillis() <= age && (best == null || rung.ageMillis() >= best.ageMillis())) {
                    best = rung;
                }
            }
            return best;
        }

        private Refusal over() {
            return switch (window) {
                case ACCOUNT_TOP_UPS -> Refusal.OVER_LADDER_ACCOUNT;
                case PERSON_TOP_UPS -> Refusal.OVER_LADDER_PERSON;
                case WALLET_TOP_UPS -> Refusal.OVER_LADDER_WALLET;
                case BANK_NEW_LINKS, ACCOUNT_FAILURES, WALLET_FAILURES, BANK_FAILURES ->
                    throw new IllegalStateException("the ladder has three windows");
            };
        }
    }

    /** What new links of the bank brought within 24 hours. */
    record Exposure(long amount, long used, long most, long nextLeaves) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return amount > most - used ? new Refused(Refusal.OVER_BANK_EXPOSURE, Math.max(0, most - used)) : null;
        }
    }

    /** Whether the bank account is known to be somebody's, and that is the wallet's person. */
    record Owner(boolean known, boolean same) implements Linked {
        @Override
        public @Nullable Refused refuses() {
            return known && same ? null : new Refused(Refusal.LINK_OF_ANOTHER_PERSON);
        }
    }
}
