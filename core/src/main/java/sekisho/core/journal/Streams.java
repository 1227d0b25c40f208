package sekisho.core.journal;

import sekisho.core.memory.Index;
import sekisho.core.memory.Memory;
import sekisho.core.memory.Rows;
import sekisho.protocol.ClientId;

/** How far each client's ordered streams were applied. */
public final class Streams {

    private static final int CLIENT = 0;
    private static final int STREAM = 1;
    private static final int LAST = 2;
    private static final int CHAIN_HASH = 3;
    private static final int WIDTH = 4;

    private final Rows rows;
    private final Index index;

    public Streams(Memory memory) {
        rows = new Rows(memory, WIDTH);
        index = new Index(memory);
    }

    /** The stream's row; 0: nothing of it was applied. */
    public int find(ClientId client, long stream) {
        for (int row = index.first(Index.hash(stream, client.value())); row != 0; row = index.next()) {
            if (rows.get(row, STREAM) == stream && rows.get(row, CLIENT) == client.value()) {
                return row;
            }
        }
        return 0;
    }

    public int add(ClientId client, long stream) {
        int row = rows.add();
        rows.set(row, CLIENT, client.value());
        rows.set(row, STREAM, stream);
        index.add(Index.hash(stream, client.value()), row);
        return row;
    }

    public void advance(int row, long last, long chainHash) {
        rows.set(row, LAST, last);
        rows.set(row, CHAIN_HASH, chainHash);
    }

    /** The last sequence applied; 0 for row 0. */
    public long last(int row) {
        return row == 0 ? 0 : rows.get(row, LAST);
    }

    /** The chain hash after it; 0 for row 0. */
    public long chainHash(int row) {
        return row == 0 ? 0 : rows.get(row, CHAIN_HASH);
    }

    public long count() {
        return rows.live();
    }

    /** The highest row; rows from 1 on are all in use. */
    public int highest() {
        return rows.highest();
    }

    public ClientId client(int row) {
        return new ClientId(rows.get(row, CLIENT));
    }

    public long stream(int row) {
        return rows.get(row, STREAM);
    }
}
