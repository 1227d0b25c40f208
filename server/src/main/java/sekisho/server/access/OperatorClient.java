package sekisho.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.EnumSet;
import sekisho.wire.home.SafeFiles;

/**
 * The first client, made on the first start: it may do everything, and its random secret is written to a file that only
 * its owner can read. There is no other way in, and no default secret.
 */
final class OperatorClient {
    static final String CLIENT_ID = "operator";

    private static final System.Logger LOG = System.getLogger(OperatorClient.class.getName());
    private static final int REQUESTS_PER_SECOND = 20_000;

    private OperatorClient() {}

    /** Makes it if there is none. The file is written first: a start that is killed in between makes a new secret. */
    static void ensure(Clients clients, ClientSecrets secrets, Path file) {
        if (clients.find(CLIENT_ID) != null) {
            return;
        }
        String secret = ClientSecrets.random();
        try {
            SafeFiles.writePrivate(file, "CLIENT_ID=" + CLIENT_ID + "\nCLIENT_SECRET=" + secret + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients.add(
                CLIENT_ID,
                "The operator",
                EnumSet.allOf(Scope.class),
                new Clients.Credentials(secrets.hash(secret), null),
                REQUESTS_PER_SECOND);
        LOG.log(Level.INFO, "Client id and secret of the operator are in {0}", file);
    }
}
