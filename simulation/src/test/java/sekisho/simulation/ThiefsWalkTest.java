package sekisho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sekisho.protocol.Refusal;
import sekisho.protocol.Refused;
import sekisho.protocol.StateRecord;

/**
 * Whatever one guard of the engine is taken away, the thief's walk loses nothing. Guards are not listed by hand: every method of
 * the engine's deciding packages that answers with a refusal, a yes or no, a strength or an assurance is made to answer as he
 * would like, one after the other, all methods of a name at once.
 */
final class ThiefsWalkTest {

    private static final List<String> PACKAGES =
            List.of("sekisho/core/decide", "sekisho/core/trust", "sekisho/core/identity", "sekisho/core/checkpoint");
    private static final String STRENGTH = "Lsekisho/protocol/LinkStrength;";

    private final Set<String> stops = new TreeSet<>();
    private final List<StateRecord> world = ThiefsWalk.world();

    @Test
    void nothingIsLostAndNoBankIsReached() {
        assertThat(ThiefsWalk.lost(new CoreEngine.Maker(), world)).isZero();
        assertThat(ThiefsWalk.refusals(new CoreEngine.Maker(), world))
                .extracting(Refused::reason)
                .containsSubsequence(
                        Refusal.TIER_ABOVE_ASSURANCE,
                        Refusal.LINK_NEEDS_CHECKPOINT,
                        Refusal.TEST_CURRENCY_ONLY,
                        Refusal.CREDENTIAL_NOT_KNOWN,
                        Refusal.APPROVALS_MISSING,
                        Refusal.WALLET_UNVERIFIED,
                        Refusal.LINK_NOT_FOUND);
    }

    @Test
    void nothingIsLostWithAnyOneGuardRemoved() {
        Set<String> removed = new TreeSet<>();
        Map<String, Long> lost = new TreeMap<>();
        classes().forEach(model -> {
            for (Removed one : removals(model)) {
                removed.add(one.toString());
                long yen = lost(one);
                if (yen > 0) {
                    lost.put(one.toString(), yen);
                }
            }
        });
        assertThat(removed).hasSizeGreaterThan(100);
        assertThat(removed)
                .contains(
                        "sekisho.core.decide.Guards.approvals NOTHING",
                        "sekisho.core.decide.CheckpointDecisions.refusesWallet NOTHING",
                        "sekisho.core.decide.Floors.refuses NOTHING",
                        "sekisho.core.identity.Assurance.ial THREE",
                        "sekisho.core.trust.Es256.verifies YES");
        assertThat(stops).as("engines that stopped").hasSizeLessThan(removed.size() / 4);
        assertThat(lost).as("yen lost by what was removed").isEmpty();
    }

    private long lost(Removed one) {
        Engine.Maker broken =
                BrokenCore.with(one.className(), one.method(), RemovedGuardTest.instead(one.answer().code));
        try {
            return ThiefsWalk.lost(broken, world);
        } catch (RuntimeException stopped) {
            // An engine that throws is stopped by its node: nothing moves any more.
            stops.add(one.toString());
            return 0;
        }
    }

    /** A method, and what it says instead. */
    private record Removed(String className, String method, Answer answer) {
        @Override
        public String toString() {
            return className + "." + method + " " + answer;
        }
    }

    private enum Answer {
        NOTHING(code -> code.aconst_null().areturn()),
        YES(code -> code.iconst_1().ireturn()),
        NO(code -> code.iconst_0().ireturn()),
        THREE(code -> code.iconst_3().ireturn()),
        STRONGEST(code -> code.getstatic(
                        java.lang.constant.ClassDesc.ofDescriptor(STRENGTH),
                        "PHISHING_RESISTANT",
                        java.lang.constant.ClassDesc.ofDescriptor(STRENGTH))
                .areturn());

        final Consumer<CodeBuilder> code;

        Answer(Consumer<CodeBuilder> code) {
            this.code = code;
        }
    }

    private static List<Removed> removals(ClassModel model) {
        String className = model.thisClass().asInternalName().replace('/', '.');
        Map<String, Set<String>> results = new TreeMap<>();
        for (MethodModel method : model.methods()) {
            if (method.code().isPresent() && !method.flags().has(AccessFlag.SYNTHETIC)) {
                String result = method.methodTypeSymbol().returnType().descriptorString();
                results.computeIfAbsent(method.methodName().stringValue(), _ -> new TreeSet<>())
                        .add(result);
            }
        }
        List<Removed> all = new ArrayList<>();
        results.forEach((name, types) -> {
            if (types.size() == 1) {
                answers(name, types.iterator().next()).forEach(answer -> all.add(new Removed(className, name, answer)));
            }
        });
        return all;
    }

    /** What a thief would like a method to answer. */
    private static List<Answer> answers(String name, String result) {
        return switch (result) {
            case "Lsekisho/protocol/Refused;", "Lsekisho/protocol/Refusal;" -> List.of(Answer.NOTHING);
            case "Z" -> List.of(Answer.YES, Answer.NO);
            case "I" -> name.equals("ial") || name.equals("aal") ? List.of(Answer.THREE) : List.of();
            case STRENGTH -> List.of(Answer.STRONGEST);
            default -> List.of();
        };
    }

    private static List<ClassModel> classes() {
        try {
            URI core = sekisho.core.Core.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path place = Path.of(core);
            if (Files.isDirectory(place)) {
                return classes(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return classes(jar.getPath("/"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ClassModel> classes(Path root) throws IOException {
        List<ClassModel> all = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.list(root.resolve(name))) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".class") && !file.endsWith("package-info.class")) {
                        all.add(ClassFile.of().parse(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return all;
    }
}
