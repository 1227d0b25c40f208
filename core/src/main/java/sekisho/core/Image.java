package sekisho.core;

import java.util.function.Consumer;
import sekisho.core.memory.Guard;
import sekisho.core.state.Exporter;
import sekisho.core.state.State;
import sekisho.protocol.StateRecord;

/** The state as it was when it was frozen. One thread may read it while the engine goes on. */
public final class Image implements AutoCloseable {

    private final Exporter exporter;
    private final Guard guard;
    private boolean closed;

    Image(State frozen, Guard guard) {
        exporter = new Exporter(frozen);
        this.guard = guard;
    }

    /** All records of the state, in the order in which {@link Restorer} wants them. */
    public void export(Consumer<StateRecord> to) {
        exporter.export(to);
    }

    /** Nobody reads it any more. Call on the engine's thread: until then the engine copies what it changes. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            guard.close();
        }
    }
}
