package sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import sekisho.server.database.Database;
import sekisho.server.database.DatabaseSettings;

/**
 * By hand, on an ordinary server: {@code SEKISHO_TEST_DATABASE} is the URL of an empty database, with
 * {@code SEKISHO_TEST_USER} and {@code SEKISHO_TEST_PASSWORD}; a {@code pg_dump} that fits the server comes first in the
 * path. The embedded server comes without one.
 */
@EnabledIfEnvironmentVariable(named = "SEKISHO_TEST_DATABASE", matches = "jdbc:postgresql:.+")
final class OrdinaryServerTest {
    @TempDir
    Path home;

    @Test
    void pgDumpDiffersInNothingAfterARebuild() throws Exception {
        var settings = new DatabaseSettings.Ordinary(
                System.getenv("SEKISHO_TEST_DATABASE"),
                System.getenv("SEKISHO_TEST_USER"),
                System.getenv("SEKISHO_TEST_PASSWORD"));
        try (var database = Database.open(settings);
                var lived = new Lived(home, 15)) {
            try (var projector = Projector.start(ProjectorSettings.of(home), database)) {
                lived.live(60);
                lived.stream(5_000);
                assertThat(projector.await(lived.rest(), Duration.ofSeconds(30)))
                        .isTrue();
            }
            String before = dump(settings);
            assertThat(before).contains("COPY projection.entries").hasSizeGreaterThan(1_000_000);
            Rebuild.run(home, database, _ -> {});
            assertThat(dump(settings)).isEqualTo(before);
        }
    }

    private static String dump(DatabaseSettings.Ordinary settings) throws IOException {
        var url = URI.create(settings.url().substring("jdbc:".length()));
        var builder = new ProcessBuilder(List.of(
                "pg_dump",
                "--restrict-key=test",
                "--host=" + url.getHost(),
                "--port=" + url.getPort(),
                "--username=" + settings.user(),
                url.getPath().substring(1)));
        builder.environment().put("PGPASSWORD", settings.password());
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
