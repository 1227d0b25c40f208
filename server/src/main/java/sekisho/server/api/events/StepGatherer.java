package sekisho.server.api.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** Gathers steps of one book as the API shows them. Owner: one thread. */
final class StepGatherer implements OutcomeVisitor {
    private final List<EventView> events = new ArrayList<>();
    private final List<EventDetail> pending = new ArrayList<>();
    private long position;
    private Instant at = Instant.EPOCH;
    private int number;
    private boolean tried;

    int size() {
        return events.size();
    }

    List<EventView> events() {
        return events;
    }

    @Override
    public void step(long newPosition, long stamp) {
        position = newPosition;
        at = Instant.ofEpochMilli(stamp);
        number = 0;
        pending.clear();
    }

    @Override
    public void event(Event event) {
        pending.add(EventDetails.of(event));
    }

    @Override
    public void tried() {
        tried = true;
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
        if (book.equals(BookId.FIRST) && !tried) {
            pending.add(EventDetails.of(client, key, answer));
            flush();
        }
        tried = false;
        pending.clear();
    }

    @Override
    public void timePassed() {
        flush();
        pending.clear();
    }

    private void flush() {
        for (EventDetail event : pending) {
            events.add(new EventView(position, number, at, event));
            number++;
        }
    }
}
