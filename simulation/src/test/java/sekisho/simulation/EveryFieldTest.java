package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sekisho.core.Core;
import sekisho.core.Restorer;
import sekisho.protocol.BankId;
import sekisho.protocol.BookId;
import sekisho.protocol.OperationId;
import sekisho.protocol.Origin;
import sekisho.protocol.StateRecord;
import sekisho.protocol.Token;
import sekisho.protocol.WalletId;
import sekisho.wire.StateFingerprint;

/**
 * A snapshot carries every field of every record: an engine that is restored from a changed record has another fingerprint, or
 * is refused. Changed are fields that are numbers, booleans or enums, also inside of other records.
 */
final class EveryFieldTest {

    private static final SimulationSettings SETTINGS = new SimulationSettings(11, 6_000, 1_000_000_000, true);

    @Test
    void changingAnyFieldOfAnyRecordChangesTheRestoredState() {
        List<StateRecord> records = records();
        String before = fingerprint(restored(records));
        TreeSet<String> kept = new TreeSet<>();
        TreeSet<String> tried = new TreeSet<>();
        firstOfEach(records).forEach((type, place) -> {
            StateRecord record = records.get(place);
            for (Change change : Change.of((Record) record)) {
                tried.add(type + "." + change.path());
                List<StateRecord> changed = new ArrayList<>(records);
                changed.set(place, (StateRecord) change.changed());
                if (!differs(changed, before)) {
                    kept.add(type + "." + change.path());
                }
            }
        });
        assertThat(tried).hasSizeGreaterThan(100);
        assertThat(kept).as("fields that a snapshot loses").isEmpty();
    }

    private static boolean differs(List<StateRecord> changed, String before) {
        try {
            return !fingerprint(restored(changed)).equals(before);
        } catch (RuntimeException refused) {
            return refused.getMessage() == null || !refused.getMessage().isEmpty();
        }
    }

    /** The records of a busy world. */
    private static List<StateRecord> records() {
        List<StateRecord> records = new ArrayList<>();
        List<Engine> engines = new ArrayList<>();
        Engine.Maker maker = new Engine.Maker() {
            @Override
            public Engine fresh(SimulationSettings settings) {
                Engine engine = new CoreEngine.Maker().fresh(settings);
                engines.add(engine);
                return engine;
            }

            @Override
            public Engine restore(SimulationSettings settings, Iterable<StateRecord> rows) {
                throw new IllegalStateException("no snapshots here");
            }
        };
        Simulation.run(SETTINGS, maker, Progress.NONE);
        try (Engine.Frozen frozen = engines.getLast().freeze()) {
            frozen.export(records::add);
        }
        records.addAll(shortLived(records));
        return records;
    }

    /** What lives so shortly that no world may have it when it is looked at, made by hand where it is missing. */
    private static List<StateRecord> shortLived(List<StateRecord> records) {
        BookId book = World.GUARDED;
        WalletId wallet = new WalletId(1);
        BankId bank = World.BANKS.getFirst();
        Token token = new Token(3, 4);
        int slot = records.getFirst() instanceof StateRecord.Engine engine ? (int) (engine.now() / 900_000) : 0;
        List<StateRecord> all = List.of(
                new StateRecord.UsedRow(book, token),
                new StateRecord.WindowRow(book, sekisho.protocol.WindowKind.BANK_FAILURES, World.TEST, token, slot, 3),
                new StateRecord.LotRow(
                        book, wallet, World.TEST, 0, 5, Long.MAX_VALUE - 1, false, Origin.of(bank, token)),
                new StateRecord.WeakUntilRow(book, wallet, World.TEST, Long.MAX_VALUE - 1, Origin.of(bank, token)),
                new StateRecord.VisitRow(
                        book, new OperationId(1, 2), bank, 3, sekisho.protocol.Purpose.DOOR, token, token, slot),
                new StateRecord.LockRow(book, bank, token, sekisho.protocol.LockStatus.STRONG, true, 1, 2, false),
                new StateRecord.CheckedTopUpRow(book, new OperationId(5, 6), wallet, bank, token, 7, false, true),
                new StateRecord.ReviewRow(book, bank, new OperationId(8, 9)),
                new StateRecord.BankAccountRow(book, bank, token, token, 1),
                new StateRecord.ResaleRow(book, new sekisho.protocol.MerchantId(1)),
                new StateRecord.StopRow(book, 9, sekisho.protocol.BankOperation.LINKS));
        Set<Class<?>> known = new HashSet<>();
        records.forEach(record -> known.add(record.getClass()));
        return all.stream().filter(record -> !known.contains(record.getClass())).toList();
    }

    private static Map<String, Integer> firstOfEach(List<StateRecord> records) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (saysEverything(records.get(i))) {
                first.putIfAbsent(records.get(i).getClass().getSimpleName(), i);
            }
        }
        assertThat(first.keySet())
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(StateRecord.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
        return first;
    }

    /** Many answers have no numbers: whatever stands in their place means nothing. */
    private static boolean saysEverything(StateRecord record) {
        return !(record instanceof StateRecord.AnswerRow answer) || (answer.first() != 0 && answer.second() != 0);
    }

    private static Core restored(List<StateRecord> records) {
        Restorer restorer = Core.restorer(SETTINGS.capacity());
        records.forEach(restorer::add);
        return restorer.finish();
    }

    private static String fingerprint(Core core) {
        StateFingerprint fingerprint = new StateFingerprint();
        core.export(fingerprint::add);
        return fingerprint.hex();
    }

    /** One field changed, and the record with it. */
    private record Change(String path, Record changed) {

        static List<Change> of(Record record) {
            List<Change> changes = new ArrayList<>();
            RecordComponent[] components = record.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                Object value = value(record, components[i]);
                String name = components[i].getName();
                if (value instanceof Record inner) {
                    for (Change change : of(inner)) {
                        add(changes, record, i, name + "." + change.path(), change.changed());
                    }
                } else {
                    add(changes, record, i, name, other(value));
                }
            }
            return changes;
        }

        private static void add(List<Change> to, Record record, int at, String path, Object value) {
            try {
                to.add(new Change(path, with(record, at, value)));
            } catch (IllegalArgumentException nonsense) {
                // The constructor refuses this value: it can stand in no snapshot.
                assertThat(nonsense).hasMessageMatching(".+");
            }
        }

        private static Object other(Object value) {
            return switch (value) {
                case Long number -> number + 1;
                case Integer number -> number + 1;
                case Boolean flag -> !flag;
                case Enum<?> constant -> {
                    Object[] all = constant.getDeclaringClass().getEnumConstants();
                    yield all[0] == constant ? all[1] : all[0];
                }
                case List<?> list -> list.subList(0, list.size() - 1);
                default -> throw new IllegalStateException("no other value of " + value);
            };
        }

        private static Object value(Record record, RecordComponent component) {
            try {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Record with(Record record, int at, Object value) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = i == at ? value : value(record, components[i]);
                types[i] = components[i].getType();
            }
            try {
                var constructor = record.getClass().getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
