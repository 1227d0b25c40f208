package sekisho.gateway;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.jspecify.annotations.Nullable;
import sekisho.protocol.Assertion;
import sekisho.protocol.ClientId;
import sekisho.protocol.Command;
import sekisho.protocol.RequestId;

/**
 * Sends requests to the cluster and brings back what became of them. One thread of its own owns the connection; it gets
 * a lost one back by itself.
 *
 * <p>{@link #submit} and its kin wait for the answer: plain code for virtual threads. {@link #trySubmit} is for senders
 * of many. All methods may be called by any thread.
 */
public final class Gateway implements AutoCloseable {
    private static final int SINGLE_LENGTH = 256;
    private static final int BULK_LENGTH = 64 * 1024;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SPINS = 10;

    /** None, like the node's threads. */
    private static final int YIELDS = 0;

    private static final long SHORTEST_IDLE_NANOS = 50_000;

    private final GatewaySettings settings;
    private final RequestIds ids;
    private final AtomicLong correlations = new AtomicLong();
    private final ManyToManyConcurrentArrayQueue<Frame> spareSingles;
    private final ManyToManyConcurrentArrayQueue<Frame> spareBulks;
    private final GatewayAgent agent;
    private final AgentRunner runner;

    private Gateway(GatewaySettings settings) {
        this.settings = settings;
        this.ids = new RequestIds(settings.clock()::millis);
        this.spareSingles = new ManyToManyConcurrentArrayQueue<>(settings.singles());
        this.spareBulks = new ManyToManyConcurrentArrayQueue<>(settings.bulks());
        this.agent = new GatewayAgent(this, settings);
        var idling = new BackoffIdleStrategy(
                SPINS, YIELDS, SHORTEST_IDLE_NANOS, settings.longestIdle().toNanos());
        this.runner = new AgentRunner(idling, GatewayErrors::report, null, agent);
    }

    /**
     * Opens a gateway. It connects in the background: what is submitted before that waits, up to its deadline.
     */
    public static Gateway connect(GatewaySettings settings) {
        var gateway = new Gateway(settings);
        AgentRunner.startOnThread(gateway.runner, Thread.ofPlatform().daemon().factory());
        return gateway;
    }

    /**
     * Waits until there is a session with the cluster.
     *
     * @throws TimeoutException if there is none after the settings' deadline
     */
    public void awaitConnected() throws TimeoutException {
        long deadline = System.nanoTime() + settings.deadline().toNanos();
        while (!agent.connected()) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("no node answers");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Whether there is a session with the cluster now. */
    public boolean connected() {
        return agent.connected();
    }

    /** A new request id. */
    public RequestId newId() {
        return ids.next();
    }

    /** Submits a command with a new id, and waits up to the settings' deadline. */
    public Submission submit(Command<?> command) {
        return submit(newId(), command);
    }

    /** Submits a command, and waits up to the settings' deadline. The id says whether it was submitted before. */
    public Submission submit(RequestId id, Command<?> command) {
        return submit(id, command, 0);
    }

    /**
     * Submits a command, and waits up to the settings' deadline.
     *
     * @param effectiveAt when the movement took effect (ms); 0: when it is booked
     */
    public Submission submit(RequestId id, Command<?> command, long effectiveAt) {
        return submit(settings.client(), id, command, effectiveAt);
    }

    /**
     * Submits a command on behalf of a client, and waits up to the settings' deadline. Ids belong to their client: two
     * clients may use the same one.
     *
     * @param effectiveAt when the movement took effect (ms); 0: when it is booked
     */
    public Submission submit(ClientId client, RequestId id, Command<?> command, long effectiveAt) {
        var frame = newFrame(Lane.SINGLE);
        frame.begin(client).add(id, command, false, false, effectiveAt);
        return await(frame).getFirst();
    }

    /**
     * The same, with those who stand behind it: what they signed is the command's {@link sekisho.wire.Challenge}, made with
     * this gateway's book, this client and this id.
     */
    public Submission submit(
            ClientId client, RequestId id, Command<?> command, long effectiveAt, List<Assertion> behind) {
        var frame = newFrame(Lane.SINGLE);
        frame.begin(client).add(id, command, false, false, effectiveAt, behind);
        return await(frame).getFirst();
    }

    /** Submits commands that succeed or fail together, with new ids. */
    public List<Submission> submitChain(List<? extends Command<?>> commands) {
        return submitChain(
                IntStream.range(0, commands.size()).mapToObj(_ -> newId()).toList(), commands);
    }

    /**
     * Submits commands that succeed or fail together.
     *
     * @param chainIds one for each command
     */
    public List<Submission> submitChain(List<RequestId> chainIds, List<? extends Command<?>> commands) {
        return submitChain(settings.client(), chainIds, commands);
    }

    /**
     * Submits commands that succeed or fail together, on behalf of a client.
     *
     * @param chainIds one for each command
     */
    public List<Submission> submitChain(
            ClientId client, List<RequestId> chainIds, List<? extends Command<?>> commands) {
        if (chainIds.size() != commands.size() || commands.isEmpty()) {
            throw new IllegalArgumentException("a chain has one id for each command, and at least one command");
        }
        var frame = newFrame(Lane.SINGLE);
        var encoder = frame.begin(client);
        for (int i = 0; i < commands.size(); i++) {
            encoder.add(chainIds.get(i), commands.get(i), i < commands.size() - 1, false, 0);
        }
        return await(frame);
    }

    /** Asks what the answer would be. Nothing is done or remembered. */
    public Submission submitDry(Command<?> command) {
        return submitDry(settings.client(), newId(), command);
    }

    /** Asks what the answer would be to a client's request with this id. Nothing is done or remembered. */
    public Submission submitDry(ClientId client, RequestId id, Command<?> command) {
        var frame = newFrame(Lane.SINGLE);
        frame.begin(client).add(id, command, false, true, 0);
        return await(frame).getFirst();
    }

    /** The same of a request with those who stand behind it: so a forged assertion uses up no id. */
    public Submission submitDry(ClientId client, RequestId id, Command<?> command, List<Assertion> behind) {
        var frame = newFrame(Lane.SINGLE);
        frame.begin(client).add(id, command, false, true, 0, behind);
        return await(frame).getFirst();
    }

    /** An empty frame, to be filled and submitted by the caller. */
    public Frame newFrame(Lane lane) {
        @Nullable Frame spare = spares(lane).poll();
        return spare != null ? spare : new Frame(this, lane, lane == Lane.SINGLE ? SINGLE_LENGTH : BULK_LENGTH);
    }

    /**
     * Hands over a frame without waiting.
     *
     * @return false: busy (or closed), the listener is not called, the frame is still the caller's
     */
    public boolean trySubmit(Frame frame, FrameListener listener) {
        frame.submitted(listener, System.nanoTime() + settings.deadline().toNanos());
        return agent.enqueue(frame);
    }

    /** Gives back a frame that is not going to be submitted. */
    public void release(Frame frame) {
        frame.recycled();
        spares(frame.lane()).offer(frame);
    }

    public GatewaySettings settings() {
        return settings;
    }

    /** Ends the session. What is on its way becomes unconfirmed, what is waiting is not sent. */
    @Override
    public void close() {
        runner.close();
    }

    long nextCorrelation() {
        return correlations.incrementAndGet();
    }

    /** A frame's fate is known. */
    void done(Frame frame) {
        if (!frame.kept()) {
            release(frame);
        }
    }

    private List<Submission> await(Frame frame) {
        var waiter = new Waiter(frame.encoder().count());
        if (!trySubmit(frame, waiter)) {
            int requests = frame.encoder().count();
            release(frame);
            return Collections.nCopies(requests, new Submission.NotSent(whyRefused()));
        }
        return waiter.await(System.nanoTime() + settings.deadline().toNanos() + GRACE_NANOS);
    }

    private Submission.Why whyRefused() {
        return runner.isClosed() ? Submission.Why.CLOSED : Submission.Why.BUSY;
    }

    private ManyToManyConcurrentArrayQueue<Frame> spares(Lane lane) {
        return lane == Lane.SINGLE ? spareSingles : spareBulks;
    }
}
