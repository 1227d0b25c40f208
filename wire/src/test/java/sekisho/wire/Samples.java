package sekisho.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sekisho.protocol.Command;
import sekisho.protocol.Currency;
import sekisho.protocol.Money;
import sekisho.protocol.RequestId;

/**
 * Random values of any record of the protocol, the extremes of its numbers among them. The same seed gives the same
 * values. What a constructor refuses is thrown again.
 */
final class Samples {
    private static final int ATTEMPTS = 100_000;
    private static final long[] LONGS = {
        0, 1, 2, 3, 7, 100, Money.MAX, Money.MAX - 1, -Money.MAX, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 62
    };
    private static final int[] INTS = {
        0,
        1,
        2,
        3,
        255,
        256,
        9_999,
        0xFFFF,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        -1,
        2000_01_01,
        2026_11_23,
        9999_12_31
    };

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    /** A value of this record type. */
    <R> R of(Class<R> type) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return type.cast(value(type));
            } catch (IllegalArgumentException e) {
                // The constructor refused these components: others are drawn.
            }
        }
        throw new AssertionError("no sample was found of " + type);
    }

    /** A value of any of these record types. */
    Object any(List<Class<?>> types) {
        return of(types.get(random.nextInt(types.size())));
    }

    Command<?> command() {
        return (Command<?>) any(Types.commands());
    }

    RequestId requestId() {
        return RequestId.of(number() >>> 16, random.nextInt(), random.nextLong());
    }

    long number() {
        return switch (random.nextInt(4)) {
            case 0 -> LONGS[random.nextInt(LONGS.length)];
            case 1 -> random.nextInt(1_000_000);
            case 2 -> random.nextLong() >>> random.nextInt(64);
            default -> random.nextLong();
        };
    }

    boolean coin() {
        return random.nextBoolean();
    }

    Random random() {
        return random;
    }

    private Object value(Class<?> type) {
        if (type == long.class) {
            return number();
        } else if (type == int.class) {
            return random.nextBoolean() ? INTS[random.nextInt(INTS.length)] : random.nextInt() >>> random.nextInt(32);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == Currency.class) {
            return currency();
        } else if (type == RequestId.class) {
            return requestId();
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return record(type);
    }

    private Currency currency() {
        return switch (random.nextInt(3)) {
            case 0 -> Currency.JPY;
            case 1 -> Currency.NONE;
            default -> Currency.of("" + letter() + letter() + letter());
        };
    }

    private char letter() {
        return (char) ('A' + random.nextInt(26));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            Class<?> component = components[i].getType();
            values[i] = component == List.class ? list(components[i].getGenericType()) : of(component, values, i);
        }
        return create(type, values);
    }

    /** Numbers that depend on each other, as a fee on its amount, are equal now and then. */
    private Object of(Class<?> component, Object[] before, int at) {
        boolean same = at > 0 && random.nextInt(8) == 0 && before[at - 1].getClass() == Long.class;
        return same && component == long.class ? before[at - 1] : nested(component);
    }

    private Object nested(Class<?> component) {
        return component.isRecord() ? of(component) : value(component);
    }

    private List<Object> list(Type type) {
        Class<?> element = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
        List<Object> list = new ArrayList<>();
        int size = random.nextInt(4) == 0 ? 16 : random.nextInt(17);
        for (int i = 0; i < size; i++) {
            list.add(of(element));
        }
        return list;
    }

    /** Calls the record's constructor; throws what it throws. */
    static Object create(Class<?> type, Object[] values) {
        Class<?>[] types = new Class<?>[values.length];
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new AssertionError("the constructor of " + type + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no way to make a " + type, e);
        }
    }
}
