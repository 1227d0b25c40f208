package sekisho.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sekisho.gateway.Gateway;
import sekisho.gateway.StreamSender;
import sekisho.protocol.Command;

/**
 * Every class that makes commands, or hands them to the gateway, stands in docs/ways-in.md with the commands that it makes: pages,
 * the API, the bank worker, followers, the importer, the demonstration. Not looked at is what only carries them (the wire) or
 * plays with an engine of its own (the simulation, the auditor).
 */
final class SendersTest {
    private static final Set<String> CARRIERS = Set.of("protocol", "core", "wire", "auditor", "simulation");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("sekisho");

    @Test
    void everySenderIsClassifiedWithExactlyItsCommands() {
        Map<String, Set<String>> senders = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (CARRIERS.contains(module(type))) {
                continue;
            }
            Set<String> made = made(type);
            if (!made.isEmpty() || submits(type)) {
                senders.computeIfAbsent(name(type), _ -> new TreeSet<>()).addAll(made);
            }
        }
        assertThat(senders).hasSizeGreaterThan(40);
        StringBuilder rows = new StringBuilder();
        senders.forEach((name, commands) -> rows.append("\n| `")
                .append(name)
                .append("` | | ")
                .append(String.join(", ", commands))
                .append(" |"));
        assertThat(WayRows.below("Senders"))
                .as("rows as they are built: %s", rows)
                .isEqualTo(senders);
    }

    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    /** The class's name, of nested ones the outermost's. */
    private static String name(JavaClass type) {
        String name = type.getName().substring("sekisho.".length());
        return name.indexOf('$') < 0 ? name : name.substring(0, name.indexOf('$'));
    }

    private static Set<String> made(JavaClass type) {
        Set<String> made = new TreeSet<>();
        Stream.concat(
                        type.getConstructorCallsFromSelf().stream().map(call -> call.getTargetOwner()),
                        type.getConstructorReferencesFromSelf().stream().map(reference -> reference.getTargetOwner()))
                .filter(target -> target.isAssignableTo(Command.class))
                .forEach(target -> made.add(command(target)));
        return made;
    }

    private static String command(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.replace("Command$", ".");
    }

    private static boolean submits(JavaClass type) {
        boolean inside = module(type).equals("gateway");
        return !inside
                && type.getCodeUnits().stream().flatMap(SendersTest::called).anyMatch(target -> {
                    JavaClass owner = target.owner();
                    boolean gateway =
                            owner.isEquivalentTo(Gateway.class) && target.name().matches("submit.*|trySubmit");
                    return gateway || owner.isEquivalentTo(StreamSender.class);
                });
    }

    private record Target(JavaClass owner, String name) {}

    private static Stream<Target> called(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getMethodCallsFromSelf().stream().map(call -> new Target(call.getTargetOwner(), call.getName())),
                unit.getMethodReferencesFromSelf().stream()
                        .map(reference -> new Target(reference.getTargetOwner(), reference.getName())));
    }
}
