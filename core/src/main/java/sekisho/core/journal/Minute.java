package sekisho.core.journal;

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
 * in the order of their time, so an index for each second stays in the processor's cache while it is busy.
 */
public final class Minute {

    private static final int CLIENT = 0;
    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CONTENT_HASH = 3;
    /** High: outcome kind. Low: currency. */
    private static final int KIND_CURRENCY = 4;

    private static final int FIRST = 5;
    private static final int SECOND = 6;
    private static final int WIDTH = 7;
    private static final int SECONDS = 60;

    private final long number;
    private final Memory memory;
    private final Rows rows;
    /** The index of each second. */
    private final Index[] indexes = new Index[SECONDS];

    Minute(long number, Guard guard) {
        this(number, new Memory(guard));
    }

    private Minute(long number, Memory memory) {
        this.number = number;
        this.memory = memory;
        rows = new Rows(memory, WIDTH);
        for (int second = 0; second < SECONDS; second++) {
            indexes[second] = new Index(memory);
        }
    }

    Minute freeze() {
        return new Minute(number, memory.freeze());
    }

    /** Minutes since 1970. */
    long number() {
        return number;
    }

    long count() {
        return rows.live();
    }

    long bytes() {
        return memory.bytes();
    }

    /** The answer's row, or 0. */
    int find(ClientId client, RequestId id) {
        Index index = index(id);
        for (int row = index.first(hash(client, id)); row != 0; row = index.next()) {
            if (rows.get(row, LOW) == id.low()
                    && rows.get(row, HIGH) == id.high()
                    && rows.get(row, CLIENT) == client.value()) {
                return row;
            }
        }
        return 0;
    }

    long touch(ClientId client, RequestId id) {
        return index(id).touch(hash(client, id));
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
        index(id).add(hash(client, id), row);
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

    private Index index(RequestId id) {
        return indexes[(int) (id.millis() / 1000 % SECONDS)];
    }

    private static long hash(ClientId client, RequestId id) {
        return Index.hash(id.low() ^ id.high() << 40, client.value() + id.high());
    }
}
