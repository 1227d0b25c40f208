package sekisho.server.linknews;

import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.Answer;
import sekisho.protocol.BookId;
import sekisho.protocol.ClientId;
import sekisho.protocol.Event;
import sekisho.protocol.LinkStatus;
import sekisho.protocol.RequestKey;
import sekisho.wire.OutcomeVisitor;

/** The links that one step suspends or closes. Owner: the thread that reads the log. */
final class LinkSteps implements OutcomeVisitor {
    private final List<Event.LinkMoved> suspended = new ArrayList<>();
    private final List<Event.LinkChanged> closed = new ArrayList<>();
    private long position;

    long position() {
        return position;
    }

    List<Event.LinkMoved> suspended() {
        return suspended;
    }

    List<Event.LinkChanged> closed() {
        return closed;
    }

    boolean isEmpty() {
        return suspended.isEmpty() && closed.isEmpty();
    }

    @Override
    public void step(long position, long stamp) {
        this.position = position;
        suspended.clear();
        closed.clear();
    }

    @Override
    public void event(Event event) {
        if (event instanceof Event.LinkMoved moved && moved.status() == LinkStatus.SUSPENDED) {
            suspended.add(moved);
        } else if (event instanceof Event.LinkChanged changed && changed.status() == LinkStatus.CLOSED) {
            closed.add(changed);
        }
    }

    @Override
    public void answered(BookId book, ClientId client, RequestKey key, Answer answer) {
        // Only what changed matters here.
    }

    @Override
    public void timePassed() {
        // Only what changed matters here.
    }
}
