package sekisho.core.checkpoint;

import java.util.function.Consumer;
import sekisho.core.ledger.Books;
import sekisho.core.ledger.Holders;
import sekisho.core.limits.Slots;
import sekisho.core.limits.Usage;
import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.core.time.Clock;
import sekisho.protocol.BookId;
import sekisho.protocol.Currency;
import sekisho.protocol.StateRecord;
import sekisho.protocol.StateRecord.Booked;
import sekisho.protocol.Token;
import sekisho.protocol.WindowKind;

/** Sums in sliding windows, by anything that has a token: the windows of {@link Usage}, found by a key. */
public final class Windows {

    /** Book in 16 bits, kind in 8, currency in 24. */
    private static final int ABOUT = 0;

    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int USAGE = 3;
    private static final int WIDTH = 4;

    private final Rows rows;
    private final Index index;
    private final Usage usage;
    private final Clock clock;

    public Windows(Memory memory, Holders holders, Clock clock) {
        this.clock = clock;
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
        usage = new Usage(memory, holders);
    }

    /** What one window sums: a book, a kind, a currency, and by what. */
    public record Key(BookId book, WindowKind kind, Currency currency, Token by) {
        long about() {
            return book.value() | (long) kind.code() << 16 | (long) currency.packed() << 24;
        }
    }

    public long in24Hours(Key key) {
        return usage.in24Hours(current(key));
    }

    public long in30Days(Key key) {
        return usage.in30Days(current(key));
    }

    /** Tells the slots of a window, the oldest first; those that have left it too, as long as nobody asked for its sum. */
    public void forEachSlot(Key key, Usage.SlotListener listener) {
        int row = find(key);
        if (row != 0) {
            usage.forEachSlot((int) rows.get(row, USAGE), listener);
        }
    }

    /** Counts an amount now, and says in which slot. */
    public int count(Key key, long amount) {
        int row = find(key);
        int used = row == 0 ? add(key) : (int) rows.get(row, USAGE);
        usage.advance(used, clock.now());
        return usage.count(used, amount, clock.now(), 0).slot();
    }

    /** Takes an amount out of its slot, as if it had never been counted. */
    public void release(Key key, long amount, int slot) {
        int used = current(key);
        if (used != 0) {
            usage.release(used, amount, new Booked(true, slot, 0), 0);
        }
    }

    public void restore(StateRecord.WindowRow row) {
        Key key = new Key(row.book(), row.kind(), row.currency(), row.by());
        int known = find(key);
        int used = known == 0 ? add(key) : (int) rows.get(known, USAGE);
        usage.restoreSlot(used, row.slot(), row.amount(), clock.now());
    }

    public void export(Consumer<StateRecord> to) {
        for (int row = 1; row <= rows.highest(); row++) {
            Key key = key(row);
            usage.forEachSlot((int) rows.get(row, USAGE), (slot, amount) -> {
                if (amount != 0 && !Slots.left(slot, Slots.MONTH, clock.now())) {
                    to.accept(
                            new StateRecord.WindowRow(key.book(), key.kind(), key.currency(), key.by(), slot, amount));
                }
            });
        }
    }

    /** The usage row of a key, brought up to now; or 0. */
    private int current(Key key) {
        int row = find(key);
        int used = row == 0 ? 0 : (int) rows.get(row, USAGE);
        if (used != 0) {
            usage.advance(used, clock.now());
        }
        return used;
    }

    private int find(Key key) {
        for (int row = index.first(hash(key)); row != 0; row = index.next()) {
            if (rows.get(row, ABOUT) == key.about()
                    && rows.get(row, HIGH) == key.by().high()
                    && rows.get(row, LOW) == key.by().low()) {
                return row;
            }
        }
        return 0;
    }

    private int add(Key key) {
        int row = rows.add();
        rows.set(row, ABOUT, key.about());
        rows.set(row, HIGH, key.by().high());
        rows.set(row, LOW, key.by().low());
        int used = usage.addLoose();
        rows.set(row, USAGE, used);
        index.add(hash(key), row);
        return used;
    }

    private Key key(int row) {
        long about = rows.get(row, ABOUT);
        return new Key(
                Books.of((int) about & 0xFFFF),
                WindowKind.of((int) (about >>> 16) & 0xFF),
                Currency.ofPacked((int) (about >>> 24)),
                new Token(rows.get(row, HIGH), rows.get(row, LOW)));
    }

    private static long hash(Key key) {
        return Index.hash(key.by().low(), Index.hash(key.by().high(), key.about()));
    }
}
