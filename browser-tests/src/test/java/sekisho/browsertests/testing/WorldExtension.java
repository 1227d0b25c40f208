package sekisho.browsertests.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import sekisho.browsertests.World;
import sekisho.browsertests.browser.Chromium;
import sekisho.browsertests.browser.Trouble;
import sekisho.browsertests.browser.Window;

/** One world for all tests of a run. */
final class WorldExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Path FAILURES = Path.of("target/failures");
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WorldExtension.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean mustRun = "required".equals(System.getenv("SEKISHO_BROWSER"));
        if (mustRun || Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a Chromium, or there has to be one");
        }
        if (!SAID.getAndSet(true)) {
            System.err.println("\n*** ALL BROWSER TESTS ARE SKIPPED: " + Chromium.missing() + " ***\n");
        }
        return ConditionEvaluationResult.disabled(Chromium.missing());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        World world = world(context);
        try {
            List<Trouble> troubles = world.windows().stream()
                    .flatMap(window -> window.watch().take().stream())
                    .toList();
            boolean failed = context.getExecutionException().isPresent();
            if (failed || !troubles.isEmpty()) {
                photograph(world.windows(), context);
            }
            if (!troubles.isEmpty()) {
                throw new AssertionError(troubles.stream()
                        .map(Trouble::toString)
                        .collect(Collectors.joining("\n", "the pages did what no page may do:\n", "")));
            }
        } finally {
            world.closeWindows();
        }
    }

    /** Closed by JUnit after the last test of the run. */
    private static World world(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        World.class,
                        _ -> World.with(Chromium.find().orElseThrow(() -> new AssertionError(Chromium.missing()))),
                        World.class);
    }

    private static void photograph(List<Window> windows, ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
        try {
            Files.createDirectories(FAILURES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < windows.size(); i++) {
            String name = test.replaceAll("[^\\p{IsAlphabetic}\\d]+", "-") + "-" + (i + 1) + ".png";
            windows.get(i).photograph(FAILURES.resolve(name));
        }
    }
}
