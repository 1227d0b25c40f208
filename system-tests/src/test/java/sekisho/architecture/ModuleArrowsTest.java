package sekisho.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModuleArrowsTest {
    /** Who may use whom inside Sekisho; the same arrows as the poms'. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            protocol   | ''
            core       | protocol
            wire       | protocol
            node       | protocol core wire
            gateway    | protocol wire
            formats    | ''
            identity   | formats
            bank       | protocol formats
            bank-simulator | formats
            server     | protocol wire gateway formats identity bank
            fuzz       | ''
            auditor    | protocol
            simulation | protocol core wire auditor
            benchmarks | protocol core wire node gateway server auditor simulation
            cli        | protocol core wire node gateway formats bank bank-simulator server fuzz auditor simulation benchmarks
            """, delimiter = '|')
    void aModuleUsesOnlyTheModulesItsArrowsPointTo(String module, String mayUse) {
        Modules.assertAllSeen(module);
        arrows(module, mayUse.split(" ")).check(Modules.CLASSES);
    }

    /** What the inner modules may use from outside; the JDK is bounded further by {@link CoreBannedCallsTest}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            protocol   | ''
            auditor    | ''
            formats    | com.google.zxing..
            core       | org.agrona..
            wire       | org.agrona..
            simulation | org.agrona..
            """)
    void anInnerModuleUsesNoLibraryButItsOwn(String module, String library) {
        var allowed = Stream.of("sekisho..", "java..", "org.jspecify.annotations..", library)
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        // Primitive types have no package.
        classes()
                .that()
                .resideInAPackage("sekisho." + module + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideInAPackage("")))
                .check(Modules.CLASSES);
    }

    @Test
    void generatedFlyweightsAreSeenByWireOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sekisho.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sekisho.wire.sbe..")
                .check(Modules.CLASSES);
    }

    @Test
    void anArrowTheWrongWayIsSeen() {
        var offender = new ClassFileImporter().importClasses(Offenders.UsesTheCommandLine.class);
        assertThat(arrows("architecture", "protocol").evaluate(offender).hasViolation())
                .isTrue();
        assertThat(arrows("architecture", "cli").evaluate(offender).hasViolation())
                .isFalse();
    }

    private static ArchRule arrows(String module, String... mayUse) {
        var own = "sekisho." + Modules.packageOf(module) + "..";
        var allowed = Stream.concat(
                        Stream.of(own),
                        Stream.of(mayUse)
                                .filter(name -> !name.isEmpty())
                                .map(name -> "sekisho." + Modules.packageOf(name) + ".."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("sekisho..").or(resideInAnyPackage(allowed)))
                .as(module + " uses only " + List.of(allowed));
    }
}
