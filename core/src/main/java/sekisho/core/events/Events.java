package sekisho.core.events;

import java.util.function.Consumer;
import sekisho.protocol.Event;

/** Where the engine tells its events. Owned by the engine's thread. */
public final class Events {

    private Consumer<Event> to = event -> {};
    private long effectiveAt;
    private boolean any;

    /** From now on events go there. */
    public void tellTo(Consumer<Event> listener) {
        to = listener;
        effectiveAt = 0;
        any = false;
    }

    /** From now on events go nowhere; returns where they went. */
    public Consumer<Event> silence() {
        Consumer<Event> before = to;
        tellTo(event -> {});
        return before;
    }

    /** A request begins whose entries took effect at this time; 0: when they are booked. */
    public void begin(long effective) {
        effectiveAt = effective;
    }

    public void tell(Event event) {
        if (effectiveAt != 0 && (event instanceof Event.Entry || event instanceof Event.Reverses)) {
            to.accept(new Event.Effective(effectiveAt));
            effectiveAt = 0;
        }
        any = true;
        to.accept(event);
    }

    /** Whether anything was told since the last {@link #tellTo}. */
    public boolean any() {
        return any;
    }
}
