package sekisho.core.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Operation;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;

/** What may move. */
public sealed interface Sum extends Reason {

    /** The windows in which a tier's use is summed. */
    enum Window {
        HOURS_24(Refusal.OVER_LIMIT_24_HOURS),
        DAYS_30(Refusal.OVER_LIMIT_30_DAYS),
        DAY(Refusal.OVER_LIMIT_DAY),
        MONTH(Refusal.OVER_LIMIT_MONTH);

        private final Refusal over;

        Window(Refusal over) {
            this.over = over;
        }
    }

    /** What one operation of a tier may move. */
    record OneOperation(int tier, Operation operation, long amount, long most) implements Sum {
        @Override
        public @Nullable Refused refuses() {
            return amount > most ? new Refused(Refusal.OVER_LIMIT_PER_OPERATION, most) : null;
        }
    }

    /**
     * What operations of a tier may move within a window.
     *
     * @param used what counts in it so far
     * @param nextLeaves when the oldest part of a sliding window leaves it; 0: nothing is in it, or it does not slide
     */
    record TierWindow(Window window, Operation operation, long amount, long used, long most, long nextLeaves)
            implements Sum {
        @Override
        public @Nullable Refused refuses() {
            return amount > most - used ? new Refused(window.over, Math.max(0, most - used)) : null;
        }
    }

    /**
     * What the receiving wallet may hold.
     *
     * @param coming what is on its way to it, as far as that counts
     * @param own whether it is the wallet of who asks: of another's, nobody is told the room
     */
    record Cap(long amount, long balance, long coming, long cap, boolean own) implements Sum {
        @Override
        public @Nullable Refused refuses() {
            long held = balance + coming;
            long room = held < 0 && cap > Long.MAX_VALUE + held ? Long.MAX_VALUE : Math.max(0, cap - held);
            return amount > room ? new Refused(Refusal.OVER_BALANCE_CAP, own ? room : 0) : null;
        }
    }

    /** Something has to be there to be sent. */
    record Something(long amount) implements Sum {
        @Override
        public @Nullable Refused refuses() {
            return amount == 0 ? new Refused(Refusal.INSUFFICIENT_FUNDS) : null;
        }
    }

    /** What the payer's account holds, what is reserved of it, and how far it may go down. */
    record Funds(long amount, long balance, long reserved, long floor) implements Sum {
        @Override
        public @Nullable Refused refuses() {
            long spendable = Math.max(0, balance - reserved - floor);
            return amount > spendable ? new Refused(Refusal.INSUFFICIENT_FUNDS, spendable) : null;
        }
    }

    /** What of the customers' money lies at the bank, and what of it is reserved to leave. */
    record BankFunds(long amount, long balance, long reserved) implements Sum {
        @Override
        public @Nullable Refused refuses() {
            long spendable = Math.max(0, balance - reserved);
            return amount > spendable ? new Refused(Refusal.BANK_FUNDS_EXHAUSTED, spendable) : null;
        }
    }

    /**
     * Young money.
     *
     * @param until when it is young no more
     * @param weak it came through a weak link
     * @param disputed it came from an account that its holder has locked
     */
    record Lot(long amount, long until, boolean weak, boolean disputed) {}

    /**
     * The age of the payer's money: what is disputed stays, and what is weak stays where that is asked for.
     *
     * @param weakStays whether this operation is none for weak young money
     */
    record Age(boolean weakStays, long amount, long spendable, List<Lot> lots) implements Sum {
        public Age {
            lots = List.copyOf(lots);
        }

        @Override
        public @Nullable Refused refuses() {
            Refused disputed = over(Refusal.MONEY_DISPUTED, false);
            return disputed != null || !weakStays ? disputed : over(Refusal.YOUNG_MONEY, true);
        }

        private @Nullable Refused over(Refusal refusal, boolean weakToo) {
            long stays = 0;
            for (Lot lot : lots) {
                stays += lot.disputed() || (weakToo && lot.weak()) ? lot.amount() : 0;
            }
            long free = Math.max(0, spendable - stays);
            return amount > free ? new Refused(refusal, free) : null;
        }
    }

    /** The largest counter after the movement, and how large it may be. */
    record Counters(long largest, long most) implements Sum {
        @Override
        public @Nullable Refused refuses() {
            return largest > most ? new Refused(Refusal.AMOUNT_OVERFLOW) : null;
        }
    }
}
