package sekisho.core.limits;

import sekisho.core.ledger.Holders;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.Currency;
import sekisho.protocol.Operation;
import sekisho.protocol.StateRecord.Booked;

/**
 * What wallets used of their limits. A row for each wallet, currency and operation that was ever counted, with running sums
 * and slots, oldest first; the 24-hour window begins somewhere among the slots of the 30-day window. The newest slot stands
 * in the row itself, the older ones in a list: most wallets need no list, and counting touches one row. Sums are brought up
 * to now before they are read.
 */
public final class Usage {

    private static final int IN_24_HOURS = 0;
    private static final int IN_30_DAYS = 1;
    private static final int IN_DAY = 2;
    private static final int IN_MONTH = 3;
    /** What was used in the newest slot. */
    private static final int NEWEST_AMOUNT = 4;
    /** High: number of the newest slot, 0: none. Low: day of the last use. */
    private static final int NEWEST_DAY = 5;
    /** High: currency and operation. Low: the holder's next usage. */
    private static final int ABOUT_NEXT = 6;
    /** Of the list of older slots: high: last; low: first. */
    private static final int LAST_FIRST = 7;
    /**
     * Bit 32: whether the newest slot is within 24 hours. Above it: the slot of time before which nothing leaves a window,
     * so that the list is not looked at before. Low: the first slot of the list that is within 24 hours, 0: none.
     */
    private static final int RECENT = 8;

    private static final int WIDTH = 9;

    /** Of a slot in the list: amount. */
    private static final int AMOUNT = 0;
    /** Of a slot in the list: high: number; low: next. */
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
        int about = about(currency, operation);
        int row = holders.firstUsage(holder);
        while (row != 0 && rows.high(row, ABOUT_NEXT) != about) {
            row = next(row);
        }
        return row;
    }

    /** Brings a usage into the processor's cache; the value means nothing. */
    public long touch(int row) {
        return rows.touch(row);
    }

    public int add(int holder, Currency currency, Operation operation) {
        int row = rows.add();
        rows.set(row, ABOUT_NEXT, ((long) about(currency, operation) << 32) | holders.firstUsage(holder));
        holders.setFirstUsage(holder, row);
        return row;
    }

    /** A row that belongs to no holder: whoever asked for it knows its number. */
    public int addLoose() {
        return rows.add();
    }

    /** Takes what has left the windows out of the sums. */
    public void advance(int row, long now) {
        if (Slots.slot(now) >= nextLeaves(row)) {
            leave24Hours(row, now);
            leave30Days(row, now);
            setRecent(row, newestIsRecent(row), nextLeaves(row, rows.low(row, RECENT), first(row)));
        }
    }

    private int nextLeaves(int row, int recent, int first) {
        int next = Integer.MAX_VALUE >>> 1;
        if (recent != 0) {
            next = Slots.leaves(slot(recent), Slots.DAY);
        } else if (newestIsRecent(row)) {
            next = Slots.leaves(newest(row), Slots.DAY);
        }
        if (first != 0) {
            return Math.min(next, Slots.leaves(slot(first), Slots.MONTH));
        }
        return newest(row) == 0 ? next : Math.min(next, Slots.leaves(newest(row), Slots.MONTH));
    }

    private void leave24Hours(int row, long now) {
        int recent = rows.low(row, RECENT);
        while (recent != 0 && Slots.left(slot(recent), Slots.DAY, now)) {
            rows.set(row, IN_24_HOURS, in24Hours(row) - amount(recent));
            recent = nextSlot(recent);
            rows.setLow(row, RECENT, recent);
        }
        if (recent == 0 && newestIsRecent(row) && Slots.left(newest(row), Slots.DAY, now)) {
            rows.set(row, IN_24_HOURS, in24Hours(row) - rows.get(row, NEWEST_AMOUNT));
            setRecent(row, false, nextLeaves(row));
        }
    }

    private void leave30Days(int row, long now) {
        int first = first(row);
        while (first != 0 && Slots.left(slot(first), Slots.MONTH, now)) {
            rows.set(row, IN_30_DAYS, in30Days(row) - amount(first));
            int following = nextSlot(first);
            slots.remove(first);
            first = following;
            rows.set(row, LAST_FIRST, first == 0 ? 0 : ((long) last(row) << 32) | first);
        }
        if (first == 0 && newest(row) != 0 && Slots.left(newest(row), Slots.MONTH, now)) {
            rows.set(row, IN_30_DAYS, in30Days(row) - rows.get(row, NEWEST_AMOUNT));
            rows.set(row, NEWEST_AMOUNT, 0);
            rows.setHigh(row, NEWEST_DAY, 0);
        }
    }

    /** Counts an amount now. The row must be up to now. */
    public Booked count(int row, long amount, long now, int day) {
        int slot = Slots.slot(now);
        long inDay = inDay(row, day);
        long inMonth = inMonth(row, day);
        addToSlot(row, slot, amount, true);
        rows.setLow(row, NEWEST_DAY, day);
        rows.set(row, IN_DAY, inDay + amount);
        rows.set(row, IN_MONTH, inMonth + amount);
        return new Booked(true, slot, day);
    }

    /** Takes back an amount that was counted. The row must be up to now. */
    public void release(int row, long amount, Booked booked, int day) {
        releaseSlot(row, amount, booked.slot());
        if (booked.day() == day(row) && booked.day() == day) {
            rows.set(row, IN_DAY, rows.get(row, IN_DAY) - amount);
        }
        if (booked.day() / 100 == day(row) / 100 && booked.day() / 100 == day / 100) {
            rows.set(row, IN_MONTH, rows.get(row, IN_MONTH) - amount);
        }
    }

    private void releaseSlot(int row, long amount, int slot) {
        boolean recent;
        if (newest(row) == slot) {
            recent = newestIsRecent(row);
            rows.set(row, NEWEST_AMOUNT, rows.get(row, NEWEST_AMOUNT) - amount);
        } else {
            int at = first(row);
            while (at != 0 && slot(at) < slot) {
                at = nextSlot(at);
            }
            if (at == 0 || slot(at) != slot) {
                return;
            }
            int firstRecent = rows.low(row, RECENT);
            recent = firstRecent != 0 && slot >= slot(firstRecent);
            slots.set(at, AMOUNT, amount(at) - amount);
        }
        rows.set(row, IN_30_DAYS, in30Days(row) - amount);
        if (recent) {
            rows.set(row, IN_24_HOURS, in24Hours(row) - amount);
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

    /** What was used in this day; 0 if the last use was in another, and for row 0. */
    public long inDay(int row, int day) {
        return row != 0 && day(row) == day ? rows.get(row, IN_DAY) : 0;
    }

    /** What was used in this day's month; 0 if the last use was in another, and for row 0. */
    public long inMonth(int row, int day) {
        return row != 0 && day(row) / 100 == day / 100 ? rows.get(row, IN_MONTH) : 0;
    }

    /** Sets day and sums of the calendar, from a snapshot. */
    public void restore(int row, int day, long inDay, long inMonth) {
        rows.setLow(row, NEWEST_DAY, day);
        rows.set(row, IN_DAY, inDay);
        rows.set(row, IN_MONTH, inMonth);
    }

    /** Sets a slot that is newer than those it has, from a snapshot. */
    public void restoreSlot(int row, int slot, long amount, long now) {
        addToSlot(row, slot, amount, !Slots.left(slot, Slots.DAY, now));
    }

    /** The holder's next usage, or 0. */
    public int next(int row) {
        return rows.low(row, ABOUT_NEXT);
    }

    public Operation operation(int row) {
        return Operation.of(rows.high(row, ABOUT_NEXT) >>> 24);
    }

    public Currency currency(int row) {
        return Currency.ofPacked(rows.high(row, ABOUT_NEXT) & 0xFF_FFFF);
    }

    /** The calendar day of the last use. */
    public int day(int row) {
        return rows.low(row, NEWEST_DAY);
    }

    /** Hears of one slot and what was used in it. */
    public interface SlotListener {
        void slot(int slot, long amount);
    }

    /** Tells all slots, the oldest first. */
    public void forEachSlot(int row, SlotListener listener) {
        for (int at = first(row); at != 0; at = nextSlot(at)) {
            listener.slot(slot(at), amount(at));
        }
        if (newest(row) != 0) {
            listener.slot(newest(row), rows.get(row, NEWEST_AMOUNT));
        }
    }

    private void addToSlot(int row, int slot, long amount, boolean recent) {
        if (newest(row) != slot) {
            int leaves = Slots.leaves(slot, recent ? Slots.DAY : Slots.MONTH);
            if (newest(row) != 0) {
                listNewest(row);
                leaves = Math.min(leaves, nextLeaves(row));
            }
            rows.setHigh(row, NEWEST_DAY, slot);
            rows.set(row, NEWEST_AMOUNT, 0);
            setRecent(row, recent, leaves);
        }
        rows.set(row, NEWEST_AMOUNT, rows.get(row, NEWEST_AMOUNT) + amount);
        rows.set(row, IN_30_DAYS, in30Days(row) + amount);
        if (recent) {
            rows.set(row, IN_24_HOURS, in24Hours(row) + amount);
        }
    }

    /** Moves the newest slot to the end of the list. */
    private void listNewest(int row) {
        int at = slots.add();
        slots.set(at, AMOUNT, rows.get(row, NEWEST_AMOUNT));
        slots.set(at, SLOT_NEXT, (long) newest(row) << 32);
        if (first(row) == 0) {
            rows.setLow(row, LAST_FIRST, at);
        } else {
            slots.setLow(last(row), SLOT_NEXT, at);
        }
        rows.setHigh(row, LAST_FIRST, at);
        if (newestIsRecent(row) && rows.low(row, RECENT) == 0) {
            rows.setLow(row, RECENT, at);
        }
    }

    private int newest(int row) {
        return rows.high(row, NEWEST_DAY);
    }

    private boolean newestIsRecent(int row) {
        return (rows.high(row, RECENT) & 1) != 0;
    }

    private int nextLeaves(int row) {
        return rows.high(row, RECENT) >>> 1;
    }

    private void setRecent(int row, boolean newestIsRecent, int nextLeaves) {
        rows.setHigh(row, RECENT, nextLeaves << 1 | (newestIsRecent ? 1 : 0));
    }

    private int first(int row) {
        return rows.low(row, LAST_FIRST);
    }

    private int last(int row) {
        return rows.high(row, LAST_FIRST);
    }

    private int nextSlot(int at) {
        return slots.low(at, SLOT_NEXT);
    }

    private int slot(int at) {
        return slots.high(at, SLOT_NEXT);
    }

    private long amount(int at) {
        return slots.get(at, AMOUNT);
    }

    private static int about(Currency currency, Operation operation) {
        return (operation.code() << 24) | currency.packed();
    }
}
