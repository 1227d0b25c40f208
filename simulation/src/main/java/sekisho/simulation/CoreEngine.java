package sekisho.simulation;

import java.util.List;
import java.util.function.Consumer;
import sekisho.core.Core;
import sekisho.core.Image;
import sekisho.core.Restorer;
import sekisho.core.Sink;
import sekisho.protocol.Answer;
import sekisho.protocol.Event;
import sekisho.protocol.Request;
import sekisho.protocol.StateRecord;

/** The real engine. */
final class CoreEngine implements Engine {

    private final Core core;

    private CoreEngine(Core core) {
        this.core = core;
    }

    /** Makes real engines. Public with a public constructor, so that another class loader's copy can be made. */
    public static final class Maker implements Engine.Maker {

        public Maker() {}

        @Override
        public Engine fresh(SimulationSettings settings) {
            return new CoreEngine(new Core(settings.capacity()));
        }

        @Override
        public Engine restore(SimulationSettings settings, Iterable<StateRecord> records) {
            Restorer restorer = Core.restorer(settings.capacity());
            records.forEach(restorer::add);
            return new CoreEngine(restorer.finish());
        }
    }

    @Override
    public void frame(List<Request> requests, long stamp, Listener listener) {
        core.frame(requests, stamp, sink(listener));
    }

    @Override
    public void tick(long stamp, Listener listener) {
        core.tick(stamp, sink(listener));
    }

    @Override
    public long now() {
        return core.now();
    }

    @Override
    public Frozen freeze() {
        Image image = core.freeze();
        return new Frozen() {
            @Override
            public void export(Consumer<StateRecord> to) {
                image.export(to);
            }

            @Override
            public void close() {
                image.close();
            }
        };
    }

    private static Sink sink(Listener listener) {
        return new Sink() {
            @Override
            public void event(Event event) {
                listener.event(event);
            }

            @Override
            public void answered(Request request, Answer answer) {
                listener.answered(request, answer);
            }

            @Override
            public void timePassed() {
                listener.timePassed();
            }
        };
    }
}
