package sekisho.core.limits;

import sekisho.protocol.StateRecord.Booked;

/** When an amount was counted, in one word: a bit for "counted", the day in 31 bits, the slot in 32. */
public final class BookedWord {

    private BookedWord() {}

    public static long pack(Booked booked) {
        if (!booked.counted() && !booked.equals(Booked.UNCOUNTED)) {
            throw new IllegalArgumentException("what was not counted has no slot and no day");
        }
        return booked.counted() ? (1L << 63) | ((long) booked.day() << 32) | booked.slot() : 0;
    }

    public static Booked unpack(long word) {
        return word == 0 ? Booked.UNCOUNTED : new Booked(true, (int) word, (int) (word >>> 32) & 0x7FFF_FFFF);
    }
}
