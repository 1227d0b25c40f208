package sekisho.cli.imports;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The files that the tests import. */
final class Samples {
    /** Ten rows, made by hand: two marked overdrafts, one more that the file allows. */
    static final Path PAYSIM = resource("paysim-sample.csv");

    /** Four rows, made by hand: the last one asks for more than there is. */
    static final Path AMLSIM = resource("amlsim-sample.csv");

    private Samples() {}

    /** A large stream that is no part of the project, if it lies in {@code SEKISHO_STREAMS} or beside the repository. */
    static Optional<Path> large(String name) {
        String folder = System.getenv("SEKISHO_STREAMS");
        Path path = Path.of(folder == null ? "../../shared/streams" : folder, name);
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(Samples.class.getResource("/streams/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
