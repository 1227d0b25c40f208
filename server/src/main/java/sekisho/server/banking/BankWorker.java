package sekisho.server.banking;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sekisho.bank.BankConnector;
import sekisho.gateway.OutcomeLogReader;
import sekisho.protocol.BankId;
import sekisho.protocol.ClientId;

/**
 * Brings instructions to the banks and the banks' answers back. Follows the outcome log from where {@link
 * OpenInstructions} ends. Any thread; one worker for a home at a time.
 */
public final class BankWorker implements AutoCloseable {

    /** Whose requests the worker's are: no other program may use this number. */
    public static final ClientId CLIENT = new ClientId(Long.MAX_VALUE - 1);

    private static final System.Logger LOG = System.getLogger(BankWorker.class.getName());
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final BankingSurroundings surroundings;
    private final BankingSettings settings;
    private final Engine engine;
    private final Map<BankId, BankPost> posts = new ConcurrentHashMap<>();
    private final OutcomeFollower follower = new OutcomeFollower(posts);
    private final ExecutorService errands = Executors.newVirtualThreadPerTaskExecutor();
    private final Agenda agenda = new Agenda();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread logThread;
    private volatile @Nullable OutcomeLogReader log;
    private volatile boolean stopping;
    private volatile long position;

    private BankWorker(BankingSurroundings surroundings, BankingSettings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
        this.engine = new Engine(surroundings.gateway(), CLIENT);
        this.logThread =
                Thread.ofPlatform().name("sekisho-banking-log").daemon().unstarted(this::follow);
    }

    /**
     * Starts a worker. When this returns it knows everything that is open, and has begun to work.
     *
     * @param connectors one for each bank; closed with the worker
     */
    public static BankWorker start(
            BankingSurroundings surroundings, BankingSettings settings, List<BankConnector> connectors) {
        var worker = new BankWorker(surroundings, settings);
        try {
            connectors.forEach(worker::addPost);
            worker.begin();
            return worker;
        } catch (RuntimeException e) {
            worker.close();
            throw e;
        }
    }

    /**
     * Serves one more bank from now on.
     *
     * @param connector closed with the worker
     * @throws IllegalArgumentException if the bank is served already
     */
    public void serve(BankConnector connector) {
        BankPost post = addPost(connector);
        post.desk()
                .takeUp(surroundings.open().oldest(connector.bank(), post.desk().toSee()));
        post.start();
    }

    /** Whether a bank is served and more instructions for it can be known; if not, nobody should start one now. */
    public boolean hasRoom(BankId bank) {
        BankPost post = posts.get(bank);
        return post != null && post.desk().room() > 0;
    }

    /** The way to a bank for others; empty: it is not served. */
    public Optional<BankLine> line(BankId bank) {
        return Optional.ofNullable(posts.get(bank)).map(BankPost::line);
    }

    /** The last step of the log that was read. */
    public long position() {
        return position;
    }

    /** What ended the reading of the log, if it has ended by itself: then nothing new reaches the banks. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /**
     * Begins nothing more, waits for the calls that are under way, and reports them. What does not end in time is left
     * to the next worker, which will ask the bank.
     */
    @Override
    public void close() {
        stopping = true;
        posts.values().forEach(BankPost::stop);
        agenda.close();
        try {
            if (logThread.isAlive() && !logThread.join(LAST_WAIT)) {
                LOG.log(Level.WARNING, "the reader of the outcome log does not end");
            }
            errands.shutdown();
            if (!errands.awaitTermination(settings.stopWithin().toNanos(), TimeUnit.NANOSECONDS)) {
                errands.shutdownNow();
                boolean _ = errands.awaitTermination(LAST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            errands.shutdownNow();
            Thread.currentThread().interrupt();
        }
        posts.values().forEach(BankPost::close);
    }

    private void begin() {
        var reader =
                new OutcomeLogReader(surroundings.home(), surroundings.open().show(follower::event));
        log = reader;
        // To the log's end before anybody is called: what is unclaimed in the middle may be claimed further on.
        reader.readAll(follower);
        position = reader.position();
        posts.values().forEach(BankPost::start);
        logThread.start();
    }

    private BankPost addPost(BankConnector connector) {
        var metrics = new BankMetrics(surroundings.meters(), connector.bank());
        var desk = new BankDesk(settings.mostKnown());
        var caller = new BankCaller(connector, settings, metrics);
        var runner = new ErrandRunner(desk, caller, engine, surroundings.accounts(), agenda, settings);
        var dispatcher = new Dispatcher(desk, caller, runner, surroundings.open(), settings, errands);
        var post = new BankPost(connector, desk, metrics, dispatcher, new BankLine(caller, settings));
        if (posts.putIfAbsent(connector.bank(), post) != null) {
            throw new IllegalArgumentException("bank " + connector.bank().code() + " has a connector already");
        }
        metrics.watch(desk);
        metrics.watch(caller);
        return post;
    }

    private void follow() {
        OutcomeLogReader reader = Objects.requireNonNull(log, "there is a reader before there is its thread");
        try (reader) {
            while (!stopping) {
                reader.await(follower, LOOK);
                position = reader.position();
            }
        } catch (RuntimeException e) {
            failure.set(e);
            LOG.log(Level.ERROR, "the bank worker cannot read the outcome log any more", e);
        }
    }
}
