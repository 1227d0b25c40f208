package sekisho.core;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sekisho.core.decide.Behaviours;
import sekisho.core.explain.Explainer;
import sekisho.core.explain.Explanation;
import sekisho.core.state.Exporter;
import sekisho.core.state.State;
import sekisho.protocol.AccountKey;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;

/**
 * The engine: applies the steps of the log, one after the other, and tells what they did. The same steps give the same
 * answers, events and state, always and everywhere. Owned by one thread; only an {@link Image} may be read by another.
 *
 * <p>An exception from {@link #frame} or {@link #tick} means that the state may be half changed: the host must stop and
 * recover from a snapshot and the log.
 */
public final class Core {

    /** The newest behaviour this code knows, for {@link sekisho.protocol.SettingsCommand.SwitchBehaviour}. */
    public static final int NEWEST_BEHAVIOUR = Behaviours.NEWEST;

    /** Most requests of a frame. */
    public static final int MAX_FRAME = 1024;

    private final State state;
    private final Step step;
    private final Exporter exporter;
    private final Capacity capacity;

    /** An engine with an empty state. */
    public Core(Capacity capacity) {
        this(new State(), capacity);
    }

    Core(State state, Capacity capacity) {
        this.state = state;
        this.capacity = capacity;
        step = new Step(state, capacity);
        exporter = new Exporter(state);
    }

    /** Makes an engine of the records of a snapshot. */
    public static Restorer restorer(Capacity capacity) {
        return new Restorer(capacity);
    }

    /**
     * One step of the log: requests that were stamped together.
     *
     * @param requests 1 to {@link #MAX_FRAME}
     * @param stamp the log's time, milliseconds
     */
    public void frame(List<Request> requests, long stamp, Sink sink) {
        if (requests.isEmpty() || requests.size() > MAX_FRAME) {
            throw new IllegalArgumentException("a frame has 1 to " + MAX_FRAME + " requests");
        }
        step.frame(requests, stamp, sink);
    }

    /** One step of the log: time alone. */
    public void tick(long stamp, Sink sink) {
        step.tick(stamp, sink);
    }

    /** The engine's time, milliseconds; 0 before the first step. */
    public long now() {
        return state.clock().now();
    }

    /** Whether the clock is halted until the time is confirmed. */
    public boolean halted() {
        return state.clock().halted();
    }

    /** Whether something is overdue that did not fit into the last step; the next one goes on with it. */
    public boolean behind() {
        return !halted() && state.deadlines().behind(now());
    }

    public int behaviourVersion() {
        return state.clock().behaviour();
    }

    /** The calendar day, YYYYMMDD; 0 before the first. */
    public int day() {
        return state.clock().day();
    }

    /** How many answers the request journal holds. */
    public long journalCount() {
        return state.journal().count();
    }

    /** How many answers the request journal may hold. */
    public long journalCapacity() {
        return state.journal().capacity();
    }

    /** How many bytes the tables take, and of them the request journal. */
    public Size size() {
        long journal = state.journal().bytes();
        return new Size(state.memory().bytes() + journal, journal);
    }

    /** Bytes of memory: all, and of it the request journal. */
    public record Size(long all, long journal) {}

    /** A view of the state as it is now, taken at once; the engine goes on while it is read. Close it on this thread. */
    public Image freeze() {
        state.guard().open();
        return new Image(state.freeze(), state.guard());
    }

    /** The state's records, as they are now; the engine waits. */
    public void export(Consumer<StateRecord> to) {
        exporter.export(to);
    }

    /**
     * Why a request would be answered as it would be, now: which guards are asked, with what inputs. Changes nothing. Of a request
     * that was seen before, what would be if it was not.
     */
    public Explanation explain(Request request) {
        state.guard().open();
        try {
            return Explainer.explain(state.freeze(), state.journal(), capacity, request);
        } finally {
            state.guard().close();
        }
    }

    /** How an account stands, or null. */
    public StateRecord.@Nullable AccountRow account(AccountKey key) {
        int holder = state.holders().find(key.book(), key.kind(), key.owner());
        int account = holder == 0 ? 0 : state.accounts().find(holder, key.currency());
        return account == 0 ? null : exporter.account(account, 0);
    }
}
