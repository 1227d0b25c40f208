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
import sekisho.protocol.BankId;

/**
 * Gives test classes one server whose book is founded, with the demonstration and three banks that sign with one key: it starts once,
 * and stops after the last of them.
 */
public final class SharedFoundedServer implements BeforeAllCallback, ParameterResolver {
    /** Links at once. */
    public static final BankId STRONG = new BankId(1);

    /** Its holder has to say yes. */
    public static final BankId ASKING = new BankId(2);

    /** Its holder may object for an hour. */
    public static final BankId SLOW = new BankId(3);

    private static final Namespace NAMESPACE = Namespace.create(SharedFoundedServer.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
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
                home = Files.createTempDirectory("sekisho-founded-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = RunningServer.start(
                    home,
                    settings -> settings.withDemo(true)
                            .withMore(Map.of(
                                    "sekisho.post-box", "true",
                                    "sekisho.linking.operator", "sekisho",
                                    "sekisho.budget.sign-up", "1000000",
                                    "sekisho.budget.sign-in", "1000000",
                                    "sekisho.budget.recover", "1000000",
                                    "sekisho.budget.code-tried", "1000000")));
            FoundedBook.found(server, FoundedBook.strong(1), STRONG);
            FoundedBook.found(server, FoundedBook.twoFactors(1), ASKING);
            FoundedBook.found(server, FoundedBook.slow(1), SLOW);
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(home);
        }
    }
}
