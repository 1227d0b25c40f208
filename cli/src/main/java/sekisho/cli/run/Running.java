package sekisho.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sekisho.benchmarks.Progress;
import sekisho.node.Node;
import sekisho.node.NodeSettings;
import sekisho.server.Server;
import sekisho.server.ServerSettings;
import sekisho.server.database.Database;
import sekisho.server.demo.DemoDoors;
import sekisho.server.demo.DemoSeed;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.SafeFiles;
import sekisho.wire.home.ServerAddress;

/**
 * A whole Sekisho in this process: node, database, simulated banks, server. The first three start side by side; the server
 * needs all of them. Any thread may stop it, also while it starts.
 */
public final class Running implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Running.class.getName());
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration PLANT_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final RunSettings settings;
    private final Path home;
    private final AtomicReference<@Nullable String> halt = new AtomicReference<>();
    private final Part<Node> node;
    private final Part<Database> database;
    private final @Nullable Part<DemoBanks> banks;
    private final Part<Server> server;
    private volatile boolean stopped;

    private Running(RunSettings settings, Path home, Progress progress) {
        this.settings = settings;
        this.home = home;
        this.node = Part.start("node", progress, this::startNode);
        this.database = Part.start("database", progress, () -> Database.open(settings.database()));
        this.banks = settings.demo()
                ? Part.start(
                        "simulated banks",
                        progress,
                        () -> DemoBanks.start(
                                home.resolve("banks"),
                                settings.banksPort(),
                                URI.create("http://localhost:" + settings.port())))
                : null;
        this.server = Part.start("server", progress, this::startServer);
    }

    /**
     * Begins to start everything.
     *
     * @throws CannotRun if home or port cannot be used
     */
    public static Running start(RunSettings settings, Progress progress) throws CannotRun {
        Path home = HomeFolder.prepare(settings.home());
        HomeFolder.prepareKeys(settings.keys(), home);
        ProductionGate.pass(settings, home);
        String warning = HomeFolder.spaceWarning(home);
        if (warning != null) {
            progress.say(warning);
        }
        requireFreePort(home, settings.port());
        // Banks have to know our address before we have one.
        var known = settings.port() == 0 && settings.demo() ? settings.withPort(freePort()) : settings;
        return new Running(known, home, progress);
    }

    /**
     * Waits until everything is ready.
     *
     * @return where the server listens
     * @throws CannotRun if a part did not start; the others have been stopped
     */
    public URI awaitReady() throws CannotRun, InterruptedException {
        try {
            Server started = server.await();
            long deadline = System.nanoTime() + READY_WITHIN.toNanos();
            while (!started.isReady()) {
                requireRunning();
                if (System.nanoTime() - deadline > 0) {
                    throw new CannotRun("not ready after " + READY_WITHIN.toMinutes() + " minutes; " + started.baseUrl()
                            + "/actuator/health/readiness says what is missing");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            new ServerAddress(started.baseUrl(), ProcessHandle.current().pid()).write(home);
            return started.baseUrl();
        } catch (IOException e) {
            close();
            throw new CannotRun("the server's address could not be written: " + e.getMessage(), e);
        } catch (CannotRun e) {
            close();
            throw e;
        }
    }

    /** Links that let somebody in once; null: there is no demo world. */
    public @Nullable DemoEntry demo() throws CannotRun, InterruptedException {
        if (banks == null) {
            return null;
        }
        DemoDoors doors = server.await().part(DemoDoors.class);
        return new DemoEntry(
                banks.await().address(),
                doors.person("hanako", "/home"),
                doors.person("kenji", "/shop"),
                doors.member("kitagawa"));
    }

    /** Makes the demo world, beside everything else. What is there already stays as it is. */
    public void seed(Progress progress) {
        if (banks == null) {
            return;
        }
        var planting = new Planting(
                () -> server.await().part(DemoSeed.class).plant(banks.await().world()),
                () -> stopped,
                PLANT_AGAIN_AFTER,
                progress::say);
        Thread.ofPlatform().name("sekisho-demo").daemon().start(planting);
    }

    /** Waits until a part stops by itself, and says why. Ends with an exception when everything is stopped by another. */
    public String awaitHalt() throws InterruptedException {
        while (true) {
            Optional<String> why = trouble();
            if (why.isPresent()) {
                return why.get();
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    /**
     * Stops everything in order: HTTP takes nothing more and ends what it has, then bank work, projector and gateway, the
     * banks, the node, the database. Once; whoever calls meanwhile waits.
     */
    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        forgetAddress();
        stop(server);
        if (banks != null) {
            stop(banks);
        }
        stop(node);
        stop(database);
    }

    /** Whether it was told to stop. */
    boolean isStopped() {
        return stopped;
    }

    private void forgetAddress() {
        try {
            ServerAddress.forget(home);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the server's address stays behind", e);
        }
    }

    /** What one part does wrong must not keep the others from stopping in order. */
    private static void stop(Part<?> part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e.getMessage(), e);
        }
    }

    private Node startNode() {
        return Node.start(NodeSettings.of(home)
                .withOnHalt(cause -> halt.compareAndSet(null, "the node halted: " + cause.getMessage())));
    }

    private Server startServer() throws CannotRun, InterruptedException, IOException {
        var address = node.await().address();
        var properties = new LinkedHashMap<String, String>();
        properties.putAll(settings.profile().settings());
        properties.put(ServerSettings.KEYS, settings.keys().toString());
        properties.put(Profile.PRODUCTION, String.valueOf(settings.profile().production()));
        if (banks != null) {
            DemoEntries.send(address);
            properties.putAll(banks.await().properties());
            SafeFiles.writePrivate(
                    settings.keys().resolve("banks.env"), banks.await().director());
        }
        if (settings.profile().production()) {
            properties.putAll(ServerSettings.inProduction(settings.profile().managementPort()));
        }
        ProductionGate.pass(settings, database.await());
        var server = ServerSettings.of(home)
                .withNode(address)
                .withPort(settings.port())
                .withDemo(settings.demo())
                .withMore(properties);
        @Nullable URI publicUrl = settings.profile().publicUrl();
        Server started = Server.start(publicUrl == null ? server : server.withPublicUrl(publicUrl), database.await());
        started.measure(new NodeMetrics(node.await()));
        return started;
    }

    private void requireRunning() throws CannotRun {
        Optional<String> why = trouble();
        if (why.isPresent()) {
            throw new CannotRun(why.get());
        }
    }

    private Optional<String> trouble() {
        String halted = halt.get();
        if (halted != null) {
            return Optional.of(halted);
        }
        try {
            return !database.await().isRunning()
                    ? Optional.of("the database's server has ended; its own words are below "
                            + new HomeLayout(home).home().resolve("database"))
                    : server.await().failure();
        } catch (CannotRun e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The better reason comes first: who holds the port may be who holds the home. */
    private static void requireFreePort(Path home, int port) throws CannotRun {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException taken) {
            OptionalLong owner = owner(home);
            if (owner.isPresent()) {
                throw new CannotRun(Troubles.homeInUse(home, owner.getAsLong()), taken);
            }
            throw new CannotRun(Troubles.portTaken(port), taken);
        }
    }

    private static int freePort() throws CannotRun {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotRun("this machine has no free port: " + e.getMessage(), e);
        }
    }

    private static OptionalLong owner(Path home) throws CannotRun {
        try {
            return Node.runningIn(home);
        } catch (UncheckedIOException e) {
            throw Troubles.of("the node", e);
        }
    }
}
