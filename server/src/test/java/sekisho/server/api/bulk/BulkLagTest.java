package sekisho.server.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sekisho.server.database.Database;
import sekisho.server.database.TestDatabase;
import sekisho.server.testing.Caller;
import sekisho.server.testing.Reply;
import sekisho.server.testing.RunningServer;
import sekisho.server.testing.World;

final class BulkLagTest {
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    @TempDir
    Path home;

    @Test
    void bulkRequestsArePutOffWhileTheProjectionIsTooFarBehindAndSingleOnesAreNot() throws Exception {
        var database = TestDatabase.empty();
        Map<String, String> settings = Map.of(
                "sekisho.database.url", database.url(),
                "sekisho.database.user", database.user(),
                "sekisho.database.password", database.password());
        try (var server = RunningServer.start(
                        home, known -> known.withLongestLag(LONGEST).withMore(settings));
                var opened = Database.open(database);
                Connection lock = opened.connect("test")) {
            var world = World.on(server);
            String from = world.wallet();
            String to = world.emptyWallet("XTS");
            Supplier<Reply> bulk = () -> world.operator().bulk("", line(from, to));
            eventually(bulk, 200);
            awaitTables(lock);

            lock.setAutoCommit(false);
            try (var statement = lock.createStatement()) {
                statement.execute("lock table projection.progress in access exclusive mode");
            }
            world.operator().post("/v1/transfers", transfer(from, to)).expect(201);
            // Readiness first: a bulk request that has begun is only slowed down.
            eventually(() -> world.operator().get("/actuator/health/readiness"), 503);
            Reply late = bulk.get().expectProblem(503, "projection-lags");
            assertThat(late.header("Retry-After")).isEqualTo("5");
            world.operator().post("/v1/transfers", transfer(from, to)).expect(201);

            lock.rollback();
            eventually(bulk, 200);
            eventually(() -> world.operator().get("/actuator/health/readiness"), 200);
        }
    }

    private static String transfer(String from, String to) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"amount\":1,\"currency\":\"XTS\"}";
    }

    private static String line(String from, String to) {
        return "{\"id\":\"" + Caller.newKey() + "\",\"transfer\":" + transfer(from, to) + "}\n";
    }

    /** The projector makes its tables beside the first requests. */
    private static void awaitTables(Connection connection) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        boolean there = false;
        try (var statement = connection.createStatement()) {
            while (!there) {
                assertThat(System.nanoTime()).as("the projection has no tables").isLessThan(end);
                try (var row = statement.executeQuery("select to_regclass('projection.progress') is not null")) {
                    there = row.next() && row.getBoolean(1);
                }
            }
        }
    }

    private static Reply eventually(Supplier<Reply> call, int status) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Reply reply = call.get();
        while (reply.status() != status && System.nanoTime() < end) {
            Thread.sleep(50);
            reply = call.get();
        }
        return reply.expect(status);
    }
}
