package sekisho.core.journal;

import org.jspecify.annotations.Nullable;
import sekisho.core.memory.Guard;
import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.ClientId;
import sekisho.protocol.Currency;
import sekisho.protocol.Outcome;
import sekisho.protocol.OutcomeKind;
import sekisho.protocol.RequestId;

/**
 * The answers to requests whose ids lie in one minute. A row of seven words an answer, in its compact form. Ids come nearly
 * in the order of their time, so small indexes, one for each {@value #SLICE_MILLIS} ms, stay in the processor's cache while
 * they are busy.
 */
public final class Minute {

    private static final int SLICE_MILLIS = 50;
    private static final int SLICES = 60_000 / SLICE_MILLIS;

    private static final int CLIENT = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CONTENT_HASH = 3;
    /** High: outcome kind. Low: currency. */
    private static final int KIND_CURRENCY = 4;

    private static final int FIRST = 5;
    private static final int SECOND = 6;
    private static final int WIDTH = 7;

    private final long number;
    private final Memory memory;
    private final Rows rows;
    /** Of each slice, once it has an answer. A frozen view has none: nobody looks up there. */
    private final @Nullable Slice[] slices = new @Nullable Slice[SLICES];

    Minute(long number, Guard guard) {
        this(number, new Memory(guard));
    }

    private Minute(long number, Memory memory) {
        this.number = number;
        this.memory = memory;
        rows = new Rows(memory, WIDTH);
    }

    Minute freeze() {
        return new Minute(number, memory.freeze());
    }

    /** Forgets everything. */
    void drop() {
        memory.release();
    }

    /** Minutes since 1970. */
    long number() {
        return number;
    }

    long count() {
        return rows.live();
    }

    long bytes() {
        long bytes = memory.bytes();
        for (Slice slice : slices) {
            bytes += slice == null ? 0 : slice.bytes();
        }
        return bytes;
    }

    /** The answer's row, or 0. */
    int find(ClientId client, RequestId id) {
        Slice slice = slices[slice(id)];
        if (slice == null) {
            return 0;
        }
        long hash = hash(client, id);
        for (int place = slice.first(hash); place >= 0; place = slice.next(place, hash)) {
            int row = slice.row(place);
            if (rows.get(row, LOW) == id.low()
                    && rows.get(row, HIGH) == id.high()
                    && rows.get(row, CLIENT) == client.value()) {
                return row;
            }
        }
        return 0;
    }

    void add(ClientId client, RequestId id, long contentHash, Outcome outcome) {
        int row = rows.add();
        rows.set(row, CLIENT, client.value());
        rows.set(row, HIGH, id.high());
        rows.set(row, LOW, id.low());
        rows.set(row, CONTENT_HASH, contentHash);
        rows.set(
                row,
                KIND_CURRENCY,
                ((long) outcome.kind().code() << 32) | outcome.currency().packed());
        rows.set(row, FIRST, outcome.first());
        rows.set(row, SECOND, outcome.second());
        int number = slice(id);
        Slice slice = slices[number];
        if (slice == null) {
            slice = new Slice();
            slices[number] = slice;
        }
        slice.add(hash(client, id), row);
    }

    /** The highest row; rows from 1 on are all in use. */
    public int highest() {
        return rows.highest();
    }

    public ClientId client(int row) {
        return new ClientId(rows.get(row, CLIENT));
    }

    public RequestId id(int row) {
        return new RequestId(rows.get(row, HIGH), rows.get(row, LOW));
    }

    public long contentHash(int row) {
        return rows.get(row, CONTENT_HASH);
    }

    public Outcome outcome(int row) {
        return OutcomeKind.ofCode(rows.high(row, KIND_CURRENCY))
                .outcome(Currency.ofPacked(rows.low(row, KIND_CURRENCY)), rows.get(row, FIRST), rows.get(row, SECOND));
    }

    private static int slice(RequestId id) {
        return (int) (id.millis() % 60_000) / SLICE_MILLIS;
    }

    private static long hash(ClientId client, RequestId id) {
        return Index.hash(id.low() ^ id.high() << 40, client.value() + id.high());
    }
}
