package sekisho.simulation;

import java.util.List;
import java.util.function.Consumer;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;

/** What the simulation asks of an engine: so that a broken one can take the place of the real one. */
public interface Engine {

    void frame(List<Request> requests, long stamp, Listener listener);

    void tick(long stamp, Listener listener);

    long now();

    Frozen freeze();

    /** The engine's sink, in words of its own: the types of {@code core} stay with the engine. */
    interface Listener {

        void event(Event event);

        void answered(Request request, Answer answer);

        void timePassed();
    }

    /** The state as it was. */
    interface Frozen extends AutoCloseable {

        void export(Consumer<StateRecord> to);

        @Override
        void close();
    }

    /** Makes engines of one kind. */
    interface Maker {

        Engine fresh(SimulationSettings settings);

        /** An engine with the state that these records are, in the order of their export. */
        Engine restore(SimulationSettings settings, Iterable<StateRecord> records);
    }
}
