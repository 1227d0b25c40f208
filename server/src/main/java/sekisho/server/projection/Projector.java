package sekisho.server.projection;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sekisho.gateway.OutcomeLogReader;
import sekisho.server.database.Database;
import sekisho.server.projection.ProjectorStatus.State;

/**
 * Follows the outcome log and writes what it says into the projection's tables, from a thread of its own. While the
 * database is away it waits and goes on where the tables end; it never skips. What it cannot trust stops it.
 */
public final class Projector implements Positions, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Projector.class.getName());
    private static final long SHORT_LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long LONG_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int SHORT_LOOKS = 1_000;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);

    private final ProjectorSettings settings;
    private final Database database;
    private final Waiters waiters = new Waiters();
    private final ProjectorCounts counts;
    private final AtomicReference<ProjectorStatus> status = new AtomicReference<>(ProjectorStatus.of(State.STARTING));
    private final AtomicReference<@Nullable TableWriter> writing = new AtomicReference<>();
    private final Batch batch = new Batch();
    private final Thread thread;
    private volatile boolean stopping;
    private Duration retry = FIRST_RETRY;

    private Projector(ProjectorSettings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.counts = new ProjectorCounts(settings);
        this.thread = Thread.ofPlatform().name("sekisho-projector").unstarted(this::run);
    }

    /** Starts a projector. It connects in the background, and tries again for as long as it takes. */
    public static Projector start(ProjectorSettings settings, Database database) {
        var projector = new Projector(settings, database);
        projector.thread.start();
        return projector;
    }

    /** What it does now. */
    public ProjectorStatus status() {
        return status.get();
    }

    /** What it has done since it started, and how far it is behind. */
    public ProjectorCounts counts() {
        return counts;
    }

    @Override
    public long projected() {
        return waiters.reached();
    }

    @Override
    public boolean await(long position, Duration atMost) {
        return waiters.await(position, atMost);
    }

    /** Stops behind the transaction that it is in; one that takes long is given up, and read again at the next start. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                if (!thread.join(LONGEST_STOP)) {
                    abort();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void abort() {
        @Nullable TableWriter hanging = writing.get();
        if (hanging != null) {
            try {
                hanging.abort();
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "the projector's connection could not be given up", e);
            }
        }
    }

    private void run() {
        try {
            while (!stopping) {
                try (var writer = TableWriter.open(database, settings.cachedAccounts(), false)) {
                    writing.set(writer);
                    follow(writer);
                } catch (OtherProjector _) {
                    waitBecause(OtherProjector.REASON);
                } catch (SQLException e) {
                    if (!Passing.is(e)) {
                        throw e;
                    }
                    waitBecause("the database is away: " + e.getMessage());
                }
            }
            status.set(ProjectorStatus.of(State.STOPPED));
        } catch (SQLException | RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the projector stops", e);
            status.set(new ProjectorStatus(State.FAILED, String.valueOf(e.getMessage())));
        } finally {
            waiters.end();
            counts.close();
        }
    }

    private void follow(TableWriter writer) throws SQLException {
        Progress progress = writer.progress();
        waiters.reach(progress.last().position());
        var mark = new ReaderMark(settings.home(), progress.last().position());
        @Nullable OutcomeLogReader found = LogPlace.find(settings.home(), progress, () -> stopping);
        if (found == null) {
            return;
        }
        try (var reader = found) {
            counts.begin(reader.position());
            status.set(ProjectorStatus.of(State.FOLLOWING));
            retry = FIRST_RETRY;
            long notBefore = System.nanoTime();
            while (collect(reader, notBefore, mark)) {
                long began = System.nanoTime();
                long rows = writer.write(batch);
                notBefore = began + settings.pace().toNanos();
                counts.wrote(batch, rows, System.nanoTime() - began);
                waiters.reach(batch.last().position());
                mark.passed(batch.last().position());
            }
            mark.end();
        }
    }

    /**
     * Reads steps until a batch is full, or there is no more and the last transaction is long enough ago.
     *
     * @return false: told to stop, and nothing was read
     */
    private boolean collect(OutcomeLogReader reader, long notBefore, ReaderMark mark) {
        batch.clear();
        int looks = 0;
        while (batch.size() < settings.rows()) {
            if (reader.poll(batch)) {
                if (batch.steps() == 1) {
                    counts.reading(batch.first());
                }
                continue;
            }
            boolean due = stopping || System.nanoTime() - notBefore >= 0;
            if (due && (stopping || !batch.isEmpty())) {
                break;
            }
            if (batch.isEmpty()) {
                mark.look();
            }
            LockSupport.parkNanos(looks++ < SHORT_LOOKS ? SHORT_LOOK_NANOS : LONG_LOOK_NANOS);
        }
        return !batch.isEmpty();
    }

    private void waitBecause(String why) {
        if (status.get().state() != State.WAITING) {
            LOG.log(Level.WARNING, "the projector waits: {0}", why);
        }
        status.set(new ProjectorStatus(State.WAITING, why));
        long deadline = System.nanoTime() + retry.toNanos();
        while (!stopping && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(deadline - System.nanoTime());
        }
        retry = retry.multipliedBy(2).compareTo(settings.longestRetry()) > 0
                ? settings.longestRetry()
                : retry.multipliedBy(2);
    }
}
