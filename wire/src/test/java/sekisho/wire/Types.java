package sekisho.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.Outcome;
import sekisho.protocol.StateRecord;

/** Every record type that has bytes, found by asking the sealed families, so that none can be forgotten. */
final class Types {
    private Types() {}

    static List<Class<?>> commands() {
        return leaves(Command.class);
    }

    static List<Class<?>> events() {
        return leaves(Event.class);
    }

    static List<Class<?>> outcomes() {
        return leaves(Outcome.class);
    }

    static List<Class<?>> rows() {
        return leaves(StateRecord.class);
    }

    /** The records at the ends of a sealed family, each once, by name. */
    static List<Class<?>> leaves(Class<?> family) {
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
        List<Class<?>> permitted = new ArrayList<>(List.of(type.getPermittedSubclasses()));
        return permitted.stream().flatMap(Types::unfold);
    }
}
