package sekisho.auditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.Limit;
import sekisho.protocol.Operation;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord.Booked;
import sekisho.protocol.StateRecord.HolderRow;
import sekisho.protocol.TierId;
import sekisho.protocol.WalletId;

/** Section 5 of docs/rules.md, as a list of bookings that is added up for every question. */
final class Limits {

    private static final long SLOT = 900_000;
    private static final long DAY = 86_400_000;
    private static final long THIRTY_DAYS = 2_592_000_000L;
    private static final Limit NOTHING = new Limit(0, 0, 0, 0, 0);

    private final State state;

    Limits(State state) {
        this.state = state;
    }

    private Limit limit(HolderRow wallet, Currency currency, Operation operation) {
        return state.limits.getOr(
                new Keys.Limited(wallet.book(), new TierId(wallet.tier()), currency, operation), NOTHING);
    }

    @Nullable
    Refused over(HolderRow wallet, Currency currency, Operation operation, long amount) {
        Limit limit = limit(wallet, currency, operation);
        if (amount > limit.perOperation()) {
            return new Refused(Refusal.OVER_LIMIT_PER_OPERATION, limit.perOperation());
        }
        Used used = used(new Keys.Usage(wallet.book(), new WalletId(wallet.owner()), currency, operation));
        return Check.first(
                () -> over(used.in24Hours, amount, limit.in24Hours(), Refusal.OVER_LIMIT_24_HOURS),
                () -> over(used.in30Days, amount, limit.in30Days(), Refusal.OVER_LIMIT_30_DAYS),
                () -> over(used.inDay, amount, limit.inDay(), Refusal.OVER_LIMIT_DAY),
                () -> over(used.inMonth, amount, limit.inMonth(), Refusal.OVER_LIMIT_MONTH));
    }

    private static @Nullable Refused over(long used, long amount, long bound, Refusal reason) {
        return Check.when(used + amount > bound && bound != Limit.NONE, reason, Math.max(0, bound - used));
    }

    /** Books an accepted amount, if anything in the wallet's limit counts. */
    Booked count(HolderRow wallet, Currency currency, Operation operation, long amount) {
        if (!limit(wallet, currency, operation).counted()) {
            return Booked.UNCOUNTED;
        }
        Keys.Usage usage = new Keys.Usage(wallet.book(), new WalletId(wallet.owner()), currency, operation);
        forget(usage);
        int day = state.day.get();
        Keys.Booking booking = new Keys.Booking(usage, (int) (state.now.get() / SLOT), day, day / 100);
        state.bookings.put(booking, state.bookings.getOr(booking, 0L) + amount);
        return new Booked(true, booking.slot(), day);
    }

    /** Takes an amount out again, as if it had never been booked. */
    void release(Keys.Usage usage, Booked booked, long amount) {
        Keys.Booking booking = new Keys.Booking(usage, booked.slot(), booked.day(), booked.day() / 100);
        Long sum = booked.counted() ? state.bookings.find(booking) : null;
        if (sum == null) {
            return;
        }
        if (sum < amount) {
            throw new IllegalStateException("more is released than was booked: " + booking);
        }
        if (sum == amount) {
            state.bookings.remove(booking);
        } else {
            state.bookings.put(booking, sum - amount);
        }
    }

    /** What a wallet has used of each window. */
    record Used(long in24Hours, long in30Days, long inDay, long inMonth) {}

    Used used(Keys.Usage usage) {
        long in24Hours = 0;
        long in30Days = 0;
        long inDay = 0;
        long inMonth = 0;
        int day = state.day.get();
        for (Map.Entry<Keys.Booking, Long> entry : bookings(usage).entrySet()) {
            Keys.Booking booking = entry.getKey();
            long amount = entry.getValue();
            in24Hours += within(booking.slot(), DAY) ? amount : 0;
            in30Days += within(booking.slot(), THIRTY_DAYS) ? amount : 0;
            inDay += booking.day() == day ? amount : 0;
            inMonth += booking.month() == day / 100 ? amount : 0;
        }
        return new Used(in24Hours, in30Days, inDay, inMonth);
    }

    private boolean within(int slot, long window) {
        return (slot + 1L) * SLOT > state.now.get() - window;
    }

    private SortedMap<Keys.Booking, Long> bookings(Keys.Usage usage) {
        return state.bookings.between(
                new Keys.Booking(usage, Integer.MIN_VALUE, 0, 0),
                new Keys.Booking(usage, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    /** Forgets what can count in no window any more. */
    private void forget(Keys.Usage usage) {
        List<Keys.Booking> over = new ArrayList<>();
        for (Keys.Booking booking : bookings(usage).keySet()) {
            if (within(booking.slot(), THIRTY_DAYS)) {
                break;
            }
            if (booking.month() != state.day.get() / 100) {
                over.add(booking);
            }
        }
        over.forEach(state.bookings::remove);
    }

    static Keys.Usage usage(BookId book, WalletId wallet, Currency currency, Operation operation) {
        return new Keys.Usage(book, wallet, currency, operation);
    }
}
