package sekisho.node;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Answer;
import sekisho.protocol.SettingsCommand;

/**
 * Tells the engine what it cannot know by itself: that the time is right although the node was away, that a day has
 * begun where the operator lives, and, once in a home's life, which behaviour to start with. Everything goes through the
 * log. Runs on a thread of its own while this member leads.
 */
final class Timekeeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timekeeper.class.getName());

    /** The engine halts its clock at a jump of over a minute. */
    private static final long JUMP_MILLIS = 60_000;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final String aeronDirectory;
    private final NodeSettings settings;
    private final EngineWatch watch;
    private final int firstBehaviour;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closed;
    private int startedDay;

    /**
     * @param firstBehaviour the version to switch to at once; 0: the home has its behaviour already
     */
    Timekeeper(String aeronDirectory, NodeSettings settings, EngineWatch watch, int firstBehaviour) {
        this.aeronDirectory = aeronDirectory;
        this.settings = settings;
        this.watch = watch;
        this.firstBehaviour = firstBehaviour;
        this.thread = Thread.ofPlatform().name("sekisho-timekeeper").daemon().start(this::run);
    }

    /** Done when the engine has been told everything that it needs to start; fails when it cannot be told. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public void close() {
        closed = true;
        Threads.awaitEnd(thread);
    }

    private void run() {
        try {
            while (!closed) {
                session();
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.log(Level.ERROR, "the timekeeper stopped", e);
            }
            ready.completeExceptionally(e);
        }
    }

    private void session() {
        var client = HouseClient.connect(aeronDirectory, settings.clock(), settings.idling(), () -> closed);
        if (client == null) {
            return;
        }
        try (client) {
            begin(client);
            while (!closed && !client.isClosed()) {
                startDay(client);
                client.keepAlive();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void begin(HouseClient client) {
        InstantSource clock = settings.clock();
        if (watch.now() > 0 && clock.millis() - watch.now() > JUMP_MILLIS) {
            tell(client, new SettingsCommand.ConfirmTime(clock.millis()));
        }
        if (firstBehaviour > 0 && !ready.isDone()) {
            tell(client, new SettingsCommand.SwitchBehaviour(firstBehaviour));
        }
        startDay(client);
        ready.complete(null);
    }

    private void startDay(HouseClient client) {
        ZoneId zone = settings.zone();
        LocalDate date = LocalDate.ofInstant(settings.clock().instant(), zone);
        int day = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        if (day > startedDay && tell(client, new SettingsCommand.StartDay(day)) != null) {
            startedDay = day;
        }
    }

    private @Nullable Answer tell(HouseClient client, SettingsCommand command) {
        Answer answer = client.ask(command, () -> closed);
        LOG.log(Level.DEBUG, "{0}: {1}", command, answer);
        return answer;
    }
}
