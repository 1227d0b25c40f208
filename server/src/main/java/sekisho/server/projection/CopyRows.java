package sekisho.server.projection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import sekisho.protocol.Currency;
import sekisho.protocol.OperationId;

/**
 * Rows of one table in PostgreSQL's binary COPY format: a signature, then for each row the count of its fields and each
 * field with its length before it, all big-endian. Fields are written in the order of the table's columns; nothing is
 * null. Reused; one owner thread.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, Binary Format</a>
 */
final class CopyRows {
    /** 2000-01-01T00:00Z, from where PostgreSQL counts, in milliseconds since 1970. */
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private static final long INFINITY = Long.MAX_VALUE;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Eleven bytes of signature, no flags, no extension. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final int LONGEST_FIELD = 4 + 16;

    private final int columns;
    private byte[] bytes = new byte[4096];
    private int length;
    private int rows;

    CopyRows(Table table) {
        this.columns = table.columnCount();
        clear();
    }

    /** Forgets all rows. */
    CopyRows clear() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        length = HEADER.length;
        rows = 0;
        return this;
    }

    /** Begins a row; as many fields as the table has columns are to follow. */
    CopyRows row() {
        reserve(2 + columns * LONGEST_FIELD);
        SHORT.set(bytes, length, (short) columns);
        length += 2;
        rows++;
        return this;
    }

    /** A smallint. */
    CopyRows int2(int value) {
        INT.set(bytes, length, 2);
        SHORT.set(bytes, length + 4, (short) value);
        length += 6;
        return this;
    }

    /** An integer. */
    CopyRows int4(int value) {
        INT.set(bytes, length, 4);
        INT.set(bytes, length + 4, value);
        length += 8;
        return this;
    }

    /** A bigint. */
    CopyRows int8(long value) {
        INT.set(bytes, length, 8);
        LONG.set(bytes, length + 4, value);
        length += 12;
        return this;
    }

    /** A timestamptz, from milliseconds since 1970. */
    CopyRows time(long millis) {
        return int8((millis - EPOCH_MILLIS) * 1000);
    }

    /** A timestamptz, from milliseconds since 1970; infinity for 0. */
    CopyRows timeOrInfinity(long millis) {
        return millis == 0 ? int8(INFINITY) : time(millis);
    }

    /** A uuid. */
    CopyRows uuid(long high, long low) {
        INT.set(bytes, length, 16);
        LONG.set(bytes, length + 4, high);
        LONG.set(bytes, length + 12, low);
        length += 20;
        return this;
    }

    /** A uuid. */
    CopyRows uuid(OperationId operation) {
        return uuid(operation.high(), operation.low());
    }

    /** A boolean. */
    CopyRows flag(boolean value) {
        INT.set(bytes, length, 1);
        bytes[length + 4] = (byte) (value ? 1 : 0);
        length += 5;
        return this;
    }

    /** A char(3): the currency's letters, blanks for none. */
    CopyRows letters(Currency currency) {
        int packed = currency.packed() == 0 ? 0x202020 : currency.packed();
        INT.set(bytes, length, 3);
        bytes[length + 4] = (byte) (packed >>> 16);
        bytes[length + 5] = (byte) (packed >>> 8);
        bytes[length + 6] = (byte) packed;
        length += 7;
        return this;
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** Ends the rows; {@link #bytes} up to {@link #length} are what COPY reads then. */
    CopyRows end() {
        reserve(2);
        SHORT.set(bytes, length, (short) -1);
        length += 2;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
