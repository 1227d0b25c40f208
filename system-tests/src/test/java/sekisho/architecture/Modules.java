package sekisho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes of all modules as they were built, without tests. */
final class Modules {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("sekisho");

    private Modules() {}

    /**
     * Refuses a rule's empty success: every source file of the module must be among the classes that the rules saw.
     *
     * @param module its folder beside this module's, and, without dashes, its package under {@code sekisho}
     */
    static void assertAllSeen(String module) {
        var sources = Path.of("..", module, "src/main/java");
        assertThat(sources).isDirectory();
        var seen = CLASSES.stream().map(JavaClass::getName).toList();
        assertThat(seen).containsAll(topLevelNames(sources));
        assertThat(seen).anyMatch(name -> name.startsWith("sekisho." + packageOf(module) + "."));
    }

    /** The package under {@code sekisho} of a module. */
    static String packageOf(String module) {
        return module.replace("-", "");
    }

    private static List<String> topLevelNames(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file ->
                            file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
