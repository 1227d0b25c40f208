package sekisho.core.limits;

import sekisho.core.ledger.Holders;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.Currency;
import sekisho.protocol.Operation;
import sekisho.protocol.StateRecord.Booked;

/**
 * What wallets used of their limits. A row for each wallet, currency and operation that was ever counted, with running sums
 * and a list of slots, oldest first; the 24-hour window begins somewhere in the list of the 30-day window. Sums are
 * brought up to now before they are read.
 */
public final class Usage {

    private static final int IN_24_HOURS = 0;
    private static final int IN_30_DAYS = 1;
    private static final int IN_DAY = 2;
    private static final int IN_MONTH = 3;
    /** High: newest slot. Low: oldest slot. */
    private static final int NEWEST_OLDEST = 4;
    /** High: the holder's next usage. Low: the oldest slot within 24 hours, 0: none. */
    private static final int NEXT_RECENT = 5;
    /** Currency in 24 bits, operation above. */
    private static final int ABOUT = 6;
    /** The calendar day of the last use. */
    private static final int DAY = 7;

    private static final int WIDTH = 8;

    /** Of a slot: amount. */
    private static final int AMOUNT = 0;
    /** Of a slot: high: slot number; low: next slot. */
    private static final int SLOT_NEXT = 1;

    private static final int SLOT_WIDTH = 2;

    private final Holders holders;
    private final Rows rows;
    private final Rows slots;

    public Usage(Memory memory, Holders holders) {
        this.holders = holders;
        rows = new Rows(memory, WIDTH);
        slots = new Rows(memory, SLOT_WIDTH);
    }

    /** The wallet's usage of an operation, or 0: never counted. */
    public int find(int holder, Currency currency, Operation operation) {
        long about = about(currency, operation);
        int row = holders.firstUsage(holder);
        while (row != 0 && rows.get(row, ABOUT) != about) {
            row = next(row);
        }
        return row;
    }

    public int add(int holder, Currency currency, Operation operation) {
        int row = rows.add();
        rows.set(row, ABOUT, about(currency, operation));
        rows.set(row, NEXT_RECENT, (long) holders.firstUsage(holder) << 32);
        holders.setFirstUsage(holder, row);
        return row;
    }

    /** Takes what has left the windows out of the sums. */
    public void advance(int row, long now) {
        int recent = rows.low(row, NEXT_RECENT);
        while (recent != 0 && Slots.left(slot(recent), Slots.DAY, now)) {
            rows.set(row, IN_24_HOURS, in24Hours(row) - amount(recent));
            recent = nextSlot(recent);
            rows.setLow(row, NEXT_RECENT, recent);
        }
        int oldest = oldest(row);
        while (oldest != 0 && Slots.left(slot(oldest), Slots.MONTH, now)) {
            rows.set(row, IN_30_DAYS, in30Days(row) - amount(oldest));
            int following = nextSlot(oldest);
            slots.remove(oldest);
            oldest = following;
            rows.setLow(row, NEWEST_OLDEST, oldest);
            if (oldest == 0) {
                rows.setHigh(row, NEWEST_OLDEST, 0);
            }
        }
    }

    /** Counts an amount now. The row must be up to now. */
    public Booked count(int row, long amount, long now, int day) {
        int slot = Slots.slot(now);
        addToSlot(row, slot, amount, now);
        long inDay = inDay(row, day);
        long inMonth = inMonth(row, day);
        rows.set(row, DAY, day);
        rows.set(row, IN_DAY, inDay + amount);
        rows.set(row, IN_MONTH, inMonth + amount);
        return new Booked(true, slot, day);
    }

    /** Takes back an amount that was counted. The row must be up to now. */
    public void release(int row, long amount, Booked booked, int day) {
        int at = oldest(row);
        while (at != 0 && slot(at) < booked.slot()) {
            at = nextSlot(at);
        }
        if (at != 0 && slot(at) == booked.slot()) {
            slots.set(at, AMOUNT, amount(at) - amount);
            rows.set(row, IN_30_DAYS, in30Days(row) - amount);
            if (isRecent(row, at)) {
                rows.set(row, IN_24_HOURS, in24Hours(row) - amount);
            }
        }
        if (booked.day() == rows.low(row, DAY) && booked.day() == day) {
            rows.set(row, IN_DAY, rows.get(row, IN_DAY) - amount);
        }
        if (booked.day() / 100 == rows.low(row, DAY) / 100 && booked.day() / 100 == day / 100) {
            rows.set(row, IN_MONTH, rows.get(row, IN_MONTH) - amount);
        }
    }

    /** What counts in the last 24 hours; 0 for row 0. */
    public long in24Hours(int row) {
        return row == 0 ? 0 : rows.get(row, IN_24_HOURS);
    }

    /** What counts in the last 30 days; 0 for row 0. */
    public long in30Days(int row) {
        return row == 0 ? 0 : rows.get(row, IN_30_DAYS);
    }

    /** What was used in this day; 0 if the last use was in another. */
    public long inDay(int row, int day) {
        return row != 0 && rows.low(row, DAY) == day ? rows.get(row, IN_DAY) : 0;
    }

    /** What was used in this day's month; 0 if the last use was in another. */
    public long inMonth(int row, int day) {
        return row != 0 && rows.low(row, DAY) / 100 == day / 100 ? rows.get(row, IN_MONTH) : 0;
    }

    /** Sets day and sums of the calendar, from a snapshot. */
    public void restore(int row, int day, long inDay, long inMonth) {
        rows.set(row, DAY, day);
        rows.set(row, IN_DAY, inDay);
        rows.set(row, IN_MONTH, inMonth);
    }

    /** Sets a slot that is newer than those it has, from a snapshot. */
    public void restoreSlot(int row, int slot, long amount, long now) {
        addToSlot(row, slot, amount, now);
    }

    /** The holder's next usage, or 0. */
    public int next(int row) {
        return rows.high(row, NEXT_RECENT);
    }

    public Operation operation(int row) {
        return Operation.of((int) (rows.get(row, ABOUT) >>> 24));
    }

    public Currency currency(int row) {
        return Currency.ofPacked((int) rows.get(row, ABOUT) & 0xFF_FFFF);
    }

    /** The calendar day of the last use. */
    public int day(int row) {
        return rows.low(row, DAY);
    }

    /** The oldest slot's row, or 0. */
    public int oldest(int row) {
        return rows.low(row, NEWEST_OLDEST);
    }

    /** The next newer slot's row, or 0. */
    public int nextSlot(int at) {
        return slots.low(at, SLOT_NEXT);
    }

    public int slot(int at) {
        return slots.high(at, SLOT_NEXT);
    }

    public long amount(int at) {
        return slots.get(at, AMOUNT);
    }

    private static long about(Currency currency, Operation operation) {
        return ((long) operation.code() << 24) | currency.packed();
    }

    private boolean isRecent(int row, int at) {
        int recent = rows.low(row, NEXT_RECENT);
        return recent != 0 && slot(at) >= slot(recent);
    }

    private void addToSlot(int row, int slot, long amount, long now) {
        boolean recent = !Slots.left(slot, Slots.DAY, now);
        int newest = rows.high(row, NEWEST_OLDEST);
        if (newest == 0 || slot(newest) != slot) {
            int fresh = slots.add();
            slots.set(fresh, SLOT_NEXT, (long) slot << 32);
            if (newest == 0) {
                rows.set(row, NEWEST_OLDEST, fresh);
            } else {
                slots.setLow(newest, SLOT_NEXT, fresh);
            }
            rows.setHigh(row, NEWEST_OLDEST, fresh);
            newest = fresh;
            if (recent && rows.low(row, NEXT_RECENT) == 0) {
                rows.setLow(row, NEXT_RECENT, fresh);
            }
        }
        slots.set(newest, AMOUNT, amount(newest) + amount);
        rows.set(row, IN_30_DAYS, in30Days(row) + amount);
        if (recent) {
            rows.set(row, IN_24_HOURS, in24Hours(row) + amount);
        }
    }
}
