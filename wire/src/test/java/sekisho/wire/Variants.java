package sekisho.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import sekisho.protocol.Currency;
import sekisho.protocol.LedgerCommand;
import sekisho.protocol.RequestId;

/** Copies of a record that differ from it in one field only, each field in turn, through nested records and lists. */
final class Variants {
    private Variants() {}

    /** The copies with the path of the field that differs. */
    static Map<String, Object> of(Object original) {
        Map<String, Object> found = new LinkedHashMap<>();
        vary("", original, (path, variant) -> {
            if (!variant.equals(original)) {
                found.put(path + " = " + variant, variant);
            }
        });
        return found;
    }

    /** The paths of all single fields of a record. */
    static List<String> paths(Object original) {
        List<String> paths = new ArrayList<>();
        for (RecordComponent component : original.getClass().getRecordComponents()) {
            Object value = get(original, component);
            if (value instanceof Record nested && !single(nested)) {
                paths(nested).forEach(path -> paths.add("." + component.getName() + path));
            } else {
                paths.add("." + component.getName());
            }
        }
        return paths;
    }

    private static void vary(String path, Object value, BiConsumer<String, Object> to) {
        switch (value) {
            case Long number -> others(number).forEach(other -> to.accept(path, other));
            case Integer number -> List.of(number + 1, number - 1, 1, 2).forEach(other -> to.accept(path, other));
            case Boolean flag -> to.accept(path, !flag);
            case Enum<?> constant -> {
                for (Object other : constant.getDeclaringClass().getEnumConstants()) {
                    to.accept(path, other);
                }
            }
            case Currency _ -> List.of("JPY", "XXX", "XXY").forEach(letters -> to.accept(path, Currency.of(letters)));
            case RequestId id -> {
                to.accept(path, new RequestId(id.high() ^ 1, id.low()));
                to.accept(path, new RequestId(id.high(), id.low() ^ 1));
            }
            case List<?> list -> varyList(path, list, to);
            default -> varyRecord(path, value, to);
        }
    }

    private static List<Long> others(long number) {
        return List.of(number + 1, number - 1, number ^ 1L << 40, number ^ Long.MIN_VALUE, 1L, 2L);
    }

    private static void varyList(String path, List<?> list, BiConsumer<String, Object> to) {
        for (int i = 0; i < list.size(); i++) {
            int at = i;
            vary(path + "[" + i + "]", list.get(i), (where, variant) -> {
                List<Object> changed = new ArrayList<>(list);
                changed.set(at, variant);
                to.accept(where, changed);
            });
        }
        if (!list.isEmpty()) {
            to.accept(path + "[shorter]", list.subList(0, list.size() - 1));
        }
        if (!list.isEmpty() && list.size() < LedgerCommand.MAX_LINES) {
            List<Object> longer = new ArrayList<>(list);
            longer.add(list.getLast());
            to.accept(path + "[longer]", longer);
        }
    }

    private static void varyRecord(String path, Object record, BiConsumer<String, Object> to) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            int at = i;
            vary(path + "." + components[i].getName(), get(record, components[i]), (where, variant) -> {
                Object[] values = new Object[components.length];
                for (int j = 0; j < values.length; j++) {
                    values[j] = j == at ? variant : get(record, components[j]);
                }
                try {
                    to.accept(where, Samples.create(record.getClass(), values));
                } catch (IllegalArgumentException e) {
                    // No such record is allowed: nothing to compare.
                }
            });
        }
    }

    private static boolean single(Object value) {
        return value instanceof Currency || value instanceof RequestId;
    }

    private static Object get(Object record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError("no access to " + component, e);
        }
    }
}
