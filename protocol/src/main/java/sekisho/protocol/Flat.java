package sekisho.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Records of numbers as rows of 64-bit words, and back: a component is a word, a flag 0 or 1, an enum its place, a record its
 * components in their order. So components are only ever added at the end, and constants of enums too. It serves what is
 * rare: what comes by the million has codecs of its own.
 *
 * @param <R> a record of {@code long}, {@code int}, {@code boolean}, enums and such records
 */
public final class Flat<R extends Record> {

    private final Class<R> type;
    private final RecordComponent[] components;
    private final @org.jspecify.annotations.Nullable Flat<?>[] nested;
    private final Constructor<R> constructor;
    private final int words;

    private Flat(Class<R> type) {
        this.type = type;
        components = type.getRecordComponents();
        nested = new Flat<?>[components.length];
        Class<?>[] types = new Class<?>[components.length];
        int count = 0;
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            if (types[i].isRecord()) {
                Flat<?> inner = of(types[i].asSubclass(Record.class));
                nested[i] = inner;
                count += inner.words;
            } else {
                count++;
            }
        }
        words = count;
        try {
            constructor = type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("a record's constructor is public", e);
        }
    }

    public static <R extends Record> Flat<R> of(Class<R> type) {
        return new Flat<>(type);
    }

    /** The bytes that are signed for a statement: a name of its kind, a zero byte, its words in big-endian order. */
    public byte[] canonical(String kind, R statement) {
        long[] row = row(statement);
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(name.length + 1 + Long.BYTES * row.length);
        bytes.put(name).put((byte) 0);
        for (long word : row) {
            bytes.putLong(word);
        }
        return bytes.array();
    }

    public Class<R> type() {
        return type;
    }

    /** How many words a record takes. */
    public int words() {
        return words;
    }

    /** The words of a record of this type. */
    public long[] row(Record record) {
        long[] row = new long[words];
        write(type.cast(record), row, 0);
        return row;
    }

    /**
     * The record with these words.
     *
     * @throws IllegalArgumentException if there is none
     */
    public R record(long[] row) {
        return read(row, 0);
    }

    private void write(Object record, long[] to, int from) {
        int at = from;
        for (int i = 0; i < components.length; i++) {
            Object value = value(record, components[i].getAccessor());
            Flat<?> inner = nested[i];
            if (inner == null) {
                to[at++] = word(value);
            } else {
                inner.write(value, to, at);
                at += inner.words;
            }
        }
    }

    private R read(long[] row, int from) {
        Object[] values = new Object[components.length];
        int at = from;
        for (int i = 0; i < values.length; i++) {
            Flat<?> inner = nested[i];
            if (inner == null) {
                values[i] = value(components[i].getType(), row[at++]);
            } else {
                values[i] = inner.read(row, at);
                at += inner.words;
            }
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException nonsense) {
                throw nonsense;
            }
            throw new IllegalStateException("a constructor failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be made", e);
        }
    }

    private static Object value(Object record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
    }

    @SuppressWarnings("EnumOrdinal") // places of constants are for life: see above
    private static long word(Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number;
            case Boolean flag -> flag ? 1 : 0;
            case Enum<?> constant -> constant.ordinal();
            default -> throw new IllegalArgumentException("only numbers, flags and enums are words");
        };
    }

    private static Object value(Class<?> type, long word) {
        if (type == long.class) {
            return word;
        }
        if (word != (int) word) {
            throw new IllegalArgumentException("a number does not fit its field");
        }
        if (type == int.class) {
            return (int) word;
        }
        if (type == boolean.class) {
            if ((word & ~1) != 0) {
                throw new IllegalArgumentException("a flag is 0 or 1");
            }
            return word == 1;
        }
        Object[] constants = type.getEnumConstants();
        return Codes.of(constants, (int) word);
    }
}
