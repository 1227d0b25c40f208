package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One deliberately broken engine for each law that matters most; the simulation finds each by itself. */
final class BrokenCoreTest {

    private static final SimulationSettings SHORT = new SimulationSettings(5, 6_000, 150, true);
    private static final ClassDesc SIDE = ClassDesc.of("sekisho.protocol.Side");

    @Test
    void findsNothingInAnEngineThatWasOnlyLoadedAnew() {
        Engine.Maker sound = BrokenCore.with("sekisho.core.limits.Usage", "release", CodeTransform.ACCEPT_ALL);
        assertThatCode(() -> Simulation.run(SHORT, sound, Progress.NONE)).doesNotThrowAnyException();
    }

    /** Some accounts are not credited what they are sent. */
    @Test
    void findsALostCredit() {
        catches(
                "sekisho.core.ledger.Accounts",
                "addPosted",
                before(code -> code.aload(2)
                        .getstatic(SIDE, "CREDIT", SIDE)
                        .ifThen(
                                Opcode.IF_ACMPEQ,
                                lost -> lost.iload(1)
                                        .bipush(31)
                                        .iand()
                                        .bipush(7)
                                        .ifThen(Opcode.IF_ICMPEQ, CodeBuilder::return_))));
    }

    /** One answer in sixteen is not remembered, so that a repeat is done again. */
    @Test
    void findsAForgottenId() {
        ClassDesc requestId = ClassDesc.of("sekisho.protocol.RequestId");
        catches(
                "sekisho.core.journal.RequestJournal",
                "remember",
                before(code -> code.aload(2)
                        .invokevirtual(requestId, "low", java.lang.constant.MethodTypeDesc.ofDescriptor("()J"))
                        .loadConstant(15L)
                        .land()
                        .lconst_0()
                        .lcmp()
                        .ifThen(Opcode.IFEQ, CodeBuilder::return_)));
    }

    /** What was declined, voided or expired goes on counting. */
    @Test
    void findsALimitThatIsNotReleased() {
        catches("sekisho.core.limits.Usage", "release", before(CodeBuilder::return_));
    }

    /** What falls due at the same time is taken in the order of a hash instead of the order in which it was set. */
    @Test
    void findsHashOrderLeaking() {
        catches("sekisho.core.time.Deadlines", "before", CodeTransform.ofStateful(HashedTies::new));
    }

    private static void catches(String className, String method, CodeTransform bug) {
        Engine.Maker broken = BrokenCore.with(className, method, bug);
        assertThatThrownBy(() -> Simulation.run(SHORT, broken, Progress.NONE))
                .isInstanceOf(Violation.class)
                .hasMessageContaining("seed 5, step ");
    }

    /** Something that happens first in a method. */
    private static CodeTransform before(Consumer<CodeBuilder> bug) {
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            private boolean begun;

            @Override
            public void accept(CodeBuilder code, java.lang.classfile.CodeElement element) {
                if (!begun) {
                    begun = true;
                    code.block(bug::accept);
                }
                code.with(element);
            }
        });
    }

    /** Multiplies sequences before they are compared, as a hash would. */
    private static final class HashedTies implements CodeTransform {

        private static final int SEQUENCE = 1;

        private int lastConstant = -1;

        @Override
        public void accept(CodeBuilder code, java.lang.classfile.CodeElement element) {
            code.with(element);
            if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof Integer value) {
                lastConstant = value;
            }
            if (element instanceof InvokeInstruction && lastConstant == SEQUENCE) {
                code.loadConstant(0x9E3779B97F4A7C15L).lmul();
                lastConstant = -1;
            }
        }
    }
}
