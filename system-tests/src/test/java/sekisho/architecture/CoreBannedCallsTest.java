package sekisho.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CoreBannedCallsTest {
    @ParameterizedTest
    @ValueSource(strings = {"protocol", "core"})
    void theEngineDoesNothingThatCouldDifferBetweenTwoRuns(String module) {
        Modules.assertAllSeen(module);
        rule("sekisho." + module + "..").check(Modules.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("offenders")
    void theRuleBites(Class<?> offender) {
        assertThat(verdictOn(offender).hasViolation()).isTrue();
    }

    @Test
    void theRuleLeavesTheInnocentAlone() {
        assertThat(verdictOn(Innocent.class).getFailureReport().getDetails()).isEmpty();
    }

    static Stream<Class<?>> offenders() {
        return Stream.of(Offenders.class.getDeclaredClasses())
                .filter(offender -> offender != Offenders.UsesTheCommandLine.class);
    }

    private static EvaluationResult verdictOn(Class<?> type) {
        return rule("sekisho.architecture..").evaluate(new ClassFileImporter().importClasses(type));
    }

    private static ArchRule rule(String packages) {
        return classes().that().resideInAPackage(packages).should(new BannedCalls());
    }
}
