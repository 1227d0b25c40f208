package sekisho.wire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.Outcome;
import sekisho.protocol.StateRecord;

/** Every record type that has bytes, found by asking the sealed families, so that none can be forgotten. */
final class Types {
    private static final List<Class<?>> COMMANDS = leaves(Command.class);
    private static final List<Class<?>> EVENTS = leaves(Event.class);
    private static final List<Class<?>> OUTCOMES = leaves(Outcome.class);
    private static final List<Class<?>> ROWS = leaves(StateRecord.class);

    private Types() {}

    static List<Class<?>> commands() {
        return COMMANDS;
    }

    static List<Class<?>> events() {
        return EVENTS;
    }

    static List<Class<?>> outcomes() {
        return OUTCOMES;
    }

    static List<Class<?>> rows() {
        return ROWS;
    }

    /** The records at the ends of a sealed family, each once, by name. */
    private static List<Class<?>> leaves(Class<?> family) {
        return unfold(family)
                .distinct()
                .sorted(Comparator.comparing(Types::name))
                .toList();
    }

    /** The name within its package: {@code TransferCommand.Send}. */
    static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Stream<Class<?>> unfold(Class<?> type) {
        if (type.isRecord()) {
            return Stream.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses()).flatMap(Types::unfold);
    }
}
