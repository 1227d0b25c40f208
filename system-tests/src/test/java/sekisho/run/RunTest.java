package sekisho.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of a server: these tests follow each other on one home, because each start takes seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RunTest {
    /** On a machine that does much else besides; alone it is a tenth of that. */
    private static final Duration READY = Duration.ofMinutes(2);

    private static final Duration STOPPED = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private Script running;
    private URI url;
    private String statements = "";

    @BeforeAll
    void start() throws Exception {
        running = Script.start(folder, "run", "--port", "0");
        url = running.awaitReady(READY);
    }

    @AfterAll
    void end() throws Exception {
        running.close();
    }

    @Test
    @Order(1)
    void saysWhereToLookAndTellsNoSecret() throws Exception {
        String keys = Files.readString(folder.resolve("var-keys/operator.env"));
        String secret = keys.substring(keys.indexOf("CLIENT_SECRET=") + "CLIENT_SECRET=".length())
                .strip();
        assertThat(running.printed()).contains(url.toString()).contains("operator.env");
        assertThat(running.printed() + running.said()).doesNotContain(secret).doesNotContain("Exception");
    }

    @Test
    @Order(2)
    void theReadmesWalkEndsInTheBalancesThatItSays() throws Exception {
        Walk walk = Walk.ofReadme();
        statements = walk.run(folder, url);
        assertThat(statements).contains(walk.claims());
    }

    @Test
    @Order(2)
    void nothingIsOpenToOtherHosts() throws Exception {
        assumeTrue(Sockets.canBeListed(), "only Linux lists sockets");
        assertThat(Sockets.openToOthers(running.pid())).isEmpty();
    }

    @Test
    @Order(3)
    void aSecondStartOnTheSameHomeIsRefusedWithTheReason() throws Exception {
        try (var second = Script.start(folder, "run", "--port", Integer.toString(url.getPort()))) {
            assertThat(second.await(READY)).isEqualTo(1);
            assertThat(second.said()).contains("process " + running.pid()).contains("--home");
        }
        try (var rebuild = Script.start(folder, "rebuild")) {
            assertThat(rebuild.await(READY)).isEqualTo(1);
            assertThat(rebuild.said()).contains("process " + running.pid()).contains("Stop it first");
        }
        assertThat(Script.isUp(url)).isTrue();
    }

    @Test
    @Order(4)
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var elsewhere = Script.start(
                Files.createDirectory(folder.resolve("elsewhere")), "run", "--port", Integer.toString(url.getPort()))) {
            assertThat(elsewhere.await(READY)).isEqualTo(1);
            assertThat(elsewhere.said()).contains("port " + url.getPort() + " is taken");
        }
    }

    @Test
    @Order(5)
    void everythingIsThereAgainAfterAKill() throws Exception {
        running.kill();
        running = Script.start(folder, "run", "--port", Integer.toString(url.getPort()));
        assertThat(running.awaitReady(READY)).isEqualTo(url);
        assertThat(Walk.ofReadme().statementsAgain(folder, url)).isEqualTo(statements);
    }

    @Test
    @Order(6)
    void stopsInOrderWhenItIsTold() throws Exception {
        awaitDemoWorld();
        int saidBefore = running.said().length();
        running.signal("TERM");
        assertThat(running.await(STOPPED)).as(running.said()).isZero();
        assertThat(folder.resolve("var/server")).doesNotExist();
        assertThat(folder.resolve("var/database/data/postmaster.pid")).doesNotExist();
        // It started after a kill, and may have warned of what was left of that; its end has nothing to warn of.
        assertThat(running.said().substring(saidBefore)).doesNotContain("WARN").doesNotContain("ERROR");
    }

    /** Until nobody says anything to the engine any more: what is said while a server stops is read at its next start. */
    private void awaitDemoWorld() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!running.said().contains("demo world: there")) {
            assertThat(System.nanoTime()).as(running.said()).isLessThan(deadline);
            Thread.sleep(100);
        }
        // The tables are a moment behind.
        Thread.sleep(1_000);
    }

    @Test
    @Order(7)
    void aRebuildChangesNothing() throws Exception {
        var before = Tables.of(folder.resolve("var"));
        assertThat(before.get("entries")).isNotEmpty();
        try (var rebuild = Script.start(folder, "rebuild", "--json")) {
            assertThat(rebuild.await(READY)).as(rebuild.said()).isZero();
            assertThat(rebuild.printed()).contains("\"rows\":");
        }
        assertThat(Tables.of(folder.resolve("var"))).isEqualTo(before);
        running = Script.start(folder, "run", "--port", Integer.toString(url.getPort()), "--no-demo");
        running.awaitReady(READY);
        assertThat(Walk.ofReadme().statementsAgain(folder, url)).isEqualTo(statements);
        running.interrupt();
        assertThat(running.await(STOPPED)).as(running.said()).isZero();
    }
}
