package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each guard of the checkpoint is taken out of the engine, one at a time; the auditor misses each. */
final class RemovedGuardTest {

    private static final SimulationSettings SHORT = new SimulationSettings(5, 12_000, 150, true);

    @ParameterizedTest
    @CsvSource({
        "decide.Guards, approvals, NOTHING",
        "decide.Guards, owner, NOTHING",
        "trust.Assertions, refuses, NOTHING",
        "trust.Es256, verifies, YES",
        "decide.Loosening, loosens, NO",
        "decide.IdentityDecisions, refusesIssuer, NOTHING",
        "decide.IdentityDecisions, refusesEvidence, NOTHING",
        "decide.IdentityDecisions, chipSaw, YES",
        "identity.Assurance, verified, YES",
        "identity.Assurance, allows, YES",
        "decide.CheckpointDecisions, refusesWallet, NOTHING",
        "decide.BankResults, refusesOrigin, NOTHING",
        "decide.BankResults, refusesBinding, NOTHING",
        "decide.BankResults, deniesAnswer, NOTHING",
        "decide.Floors, refuses, NOTHING",
        "decide.LinkUse, refusesUse, NOTHING",
        "decide.LinkUse, refusesLadder, NOTHING",
        "decide.DoorDecisions, refusesOrigin, NOTHING",
        "decide.DoorDecisions, refusesBinding, NOTHING",
        "decide.DoorDecisions, denies, NOTHING",
    })
    void isMissed(String className, String method, Answer answer) {
        Engine.Maker broken = BrokenCore.with("sekisho.core." + className, method, instead(answer.code));
        assertThatThrownBy(() -> Simulation.run(SHORT, broken, Progress.NONE))
                .isInstanceOf(Violation.class)
                .hasMessageContaining("seed 5, step ");
    }

    /** What a guard says that is not there. */
    enum Answer {
        NOTHING(code -> code.aconst_null().areturn()),
        YES(code -> code.iconst_1().ireturn()),
        NO(code -> code.iconst_0().ireturn());

        private final Consumer<CodeBuilder> code;

        Answer(Consumer<CodeBuilder> code) {
            this.code = code;
        }
    }

    /** A method answers this at once. */
    static CodeTransform instead(Consumer<CodeBuilder> answer) {
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            private boolean said;

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                if (!said) {
                    said = true;
                    answer.accept(code);
                }
            }
        });
    }
}
