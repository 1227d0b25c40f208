package sekisho.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives test classes a {@link World} on a server that all of them share: it starts once, and stops after the last of them.
 * Each class has wallets, merchants and clients of its own.
 */
public final class SharedServer implements BeforeAllCallback, ParameterResolver {
    /** Where the shared server shows the document that is made from its end points. */
    public static final String FRESH_DOCUMENT = "/v3/api-docs/fresh";

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == World.class || type == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = running(context);
        return parameter.getParameter().getType() == RunningServer.class ? running : World.on(running);
    }

    private static RunningServer running(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Held.class, _ -> new Held(), Held.class).server;
    }

    /** Closed by JUnit when all tests are done. */
    private static final class Held implements AutoCloseable {
        private final Path home;
        private final RunningServer server;

        Held() {
            try {
                home = Files.createTempDirectory("sekisho-server-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = RunningServer.start(
                    home,
                    settings -> settings.withMore(Map.of(
                            "sekisho.identity.demonstration", "true",
                            "sekisho.post-box", "true",
                            "sekisho.budget.sign-up", "1000000",
                            "sekisho.budget.sign-in", "1000000",
                            "sekisho.access.tokens-per-second", "10000",
                            "springdoc.api-docs.enabled", "true",
                            "springdoc.api-docs.path", FRESH_DOCUMENT,
                            "springdoc.writer-with-order-by-keys", "true",
                            "springdoc.writer-with-default-pretty-printer", "true",
                            "springdoc.default-produces-media-type", "application/json")));
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(home);
        }
    }
}
